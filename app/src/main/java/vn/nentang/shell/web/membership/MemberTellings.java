package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.committee.CommitteeWords;
import vn.nentang.shell.web.history.Telling;
import vn.nentang.shell.web.history.ToldAct;

/** Puts what was decided about members into words. */
@Component
public final class MemberTellings {

    private final FileFields fields;
    private final CommitteeWords committees;
    private final Labels labels;

    MemberTellings(FileFields fields, CommitteeWords committees, Labels labels) {
        this.committees = committees;
        this.fields = fields;
        this.labels = labels;
    }

    /** For someone who is about to mend an entry: nothing leads on from there, and secret fields stay hidden. */
    public Telling plain(PersonId person, Viewer viewer, LocalDate on, Texts texts) {
        return of(person, viewer, new FileFields.Manner(on, Set.of(), texts), _ -> false);
    }

    /** What an act says that is proposed and not recorded. */
    public String sentence(Act act, PersonId person, Viewer viewer, Texts texts) {
        return new Sentences(person, viewer.scope(), committees, labels, texts).of(act);
    }

    /** @param mends what the reader may mend while it stands */
    Telling of(PersonId person, Viewer viewer, FileFields.Manner manner, Predicate<LedgerEvent> mends) {
        return new Words(
                person, new Sentences(person, viewer.scope(), committees, labels, manner.texts()), manner, mends);
    }

    private final class Words implements Telling {

        private final PersonId person;
        private final Sentences sentences;
        private final FileFields.Manner manner;
        private final Predicate<LedgerEvent> mends;

        Words(PersonId person, Sentences sentences, FileFields.Manner manner, Predicate<LedgerEvent> mends) {
            this.person = person;
            this.sentences = sentences;
            this.manner = manner;
            this.mends = mends;
        }

        @Override
        public String sentence(Entry<?> entry) {
            return sentences.of(entry);
        }

        @Override
        public List<ToldAct.Change> changes(Entry<?> entry) {
            var facts = switch (entry.event()) {
                case MembershipEvent.PersonRegistered registered -> registered.facts();
                case MembershipEvent.FactsRecorded recorded -> recorded.facts();
                default -> List.<Fact>of();
            };
            return fields.changes(facts, manner).stream()
                    .map(field -> new ToldAct.Change(field.label(), field.value()))
                    .toList();
        }

        /** Reviews and posts are mended where they are decided. */
        @Override
        public Optional<ToldAct.Mending> mending(Entry<?> entry) {
            var own = "/members/%s/entries/%s/".formatted(person, entry.ref());
            return entry.event() instanceof MembershipEvent event && mends.test(event)
                    ? Optional.of(new ToldAct.Mending(own + "mend", own + "withdraw"))
                    : Optional.empty();
        }
    }
}
