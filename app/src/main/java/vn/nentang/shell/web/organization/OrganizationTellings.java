package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.access.Scope;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Entry;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.history.Telling;
import vn.nentang.shell.web.history.ToldAct;

/** Puts what was decided about organisations into words. */
@Component
public final class OrganizationTellings {

    private static final String TYPES = "organization-type";

    private final Labels labels;

    OrganizationTellings(Labels labels) {
        this.labels = labels;
    }

    /**
     * The words for one organisation's history.
     *
     * @param mends whether the reader may mend what stands
     */
    public Telling of(OrganizationId organization, Scope scope, Texts texts, boolean mends) {
        return new Words(organization, scope, texts, mends);
    }

    private final class Words implements Telling {

        private final OrganizationId own;
        private final Scope scope;
        private final Texts texts;
        private final boolean mends;

        Words(OrganizationId own, Scope scope, Texts texts, boolean mends) {
            this.own = own;
            this.scope = scope;
            this.texts = texts;
            this.mends = mends;
        }

        @Override
        public String sentence(Entry<?> entry) {
            return entry.event() instanceof OrganizationEvent event
                    ? sentence(event, entry.effectiveOn())
                    : texts.of("act.other", entry.type());
        }

        private String sentence(OrganizationEvent event, LocalDate on) {
            return switch (event) {
                case OrganizationEvent.Founded founded -> founded(founded, on);
                case OrganizationEvent.Renamed(var _, var name) -> say("renamed", name, "");
                case OrganizationEvent.Recoded(var _, var code) ->
                    code == null ? texts.of("act.org.recoded-none") : say("recoded", code, "");
                case OrganizationEvent.Retyped(var _, var type) -> say("retyped", type(type, on), "");
                case OrganizationEvent.Moved(var _, var parent) -> say("moved", "", name(parent, on));
                case OrganizationEvent.Ended ended -> ended(ended, on);
            };
        }

        private String founded(OrganizationEvent.Founded founded, LocalDate on) {
            var what = "%s (%s)".formatted(founded.name(), type(founded.type(), on));
            return founded.parent() == null
                    ? say("founded-top", what, "")
                    : say("founded", what, name(founded.parent(), on));
        }

        private String ended(OrganizationEvent.Ended ended, LocalDate on) {
            if (!ended.organization().equals(own)) {
                return say("took-over", name(ended.organization(), on.minusDays(1)), "");
            }
            var to = ended.successors().stream()
                    .map(o -> name(o, on))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(", "));
            return say(to.isEmpty() ? "ended" : "ended-into", ended.reason(), to);
        }

        private String say(String key, String what, String where) {
            return texts.named("act.org." + key, Map.of("what", what, "where", where));
        }

        private String type(String code, LocalDate on) {
            return labels.of(TYPES, code, on, texts);
        }

        private String name(@Nullable OrganizationId organization, LocalDate on) {
            return organization == null ? "" : scope.nameOf(organization, on);
        }

        @Override
        public List<ToldAct.Change> changes(Entry<?> entry) {
            return List.of();
        }

        /** What another organisation's end brought is mended there. */
        @Override
        public Optional<ToldAct.Mending> mending(Entry<?> entry) {
            var path = "/organizations/%s/entries/%s/".formatted(own, entry.ref());
            return mends
                            && entry.event() instanceof OrganizationEvent event
                            && event.organization().equals(own)
                    ? Optional.of(new ToldAct.Mending(path + "mend", path + "withdraw"))
                    : Optional.empty();
        }
    }
}
