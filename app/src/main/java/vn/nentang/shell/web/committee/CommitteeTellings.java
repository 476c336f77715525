package vn.nentang.shell.web.committee;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.membership.People;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.history.Telling;
import vn.nentang.shell.web.history.ToldAct;

/** Puts a committee's history into words. */
@Component
public final class CommitteeTellings {

    private final CommitteeWords words;
    private final People people;

    CommitteeTellings(CommitteeWords words, People people) {
        this.words = words;
        this.people = people;
    }

    /**
     * The words for one committee's history.
     *
     * @param mends whether the reader may mend what stands
     */
    public Telling of(OrganizationId organization, LocalDate today, Texts texts, boolean mends) {
        return new Words(organization, today, texts, mends);
    }

    private final class Words implements Telling {

        private final OrganizationId own;
        private final LocalDate today;
        private final Texts texts;
        private final boolean mends;
        private final Map<PersonId, String> names = new HashMap<>();

        Words(OrganizationId own, LocalDate today, Texts texts, boolean mends) {
            this.own = own;
            this.today = today;
            this.texts = texts;
            this.mends = mends;
        }

        @Override
        public String sentence(Entry<?> entry) {
            return entry.event() instanceof CommitteeEvent event
                    ? words.inCommittee(event, entry.effectiveOn(), this::name, texts)
                    : texts.of("act.other", entry.type());
        }

        private String name(PersonId person) {
            return names.computeIfAbsent(
                    person, p -> people.names(List.of(p), today).getOrDefault(p, ""));
        }

        @Override
        public List<ToldAct.Change> changes(Entry<?> entry) {
            return List.of();
        }

        /** A post that an election gave is mended where the election is; an election can only be taken back. */
        @Override
        public Optional<ToldAct.Mending> mending(Entry<?> entry) {
            var path = "/organizations/%s/committee/entries/%s/".formatted(own, entry.ref());
            return mends && entry.event() instanceof CommitteeEvent event && !isGiven(event)
                    ? Optional.of(new ToldAct.Mending(path + "mend", path + "withdraw"))
                    : Optional.empty();
        }

        private static boolean isGiven(CommitteeEvent event) {
            return event instanceof CommitteeEvent.ElectionCounted
                    || (event instanceof CommitteeEvent.PostTaken taken && taken.election() != null);
        }
    }
}
