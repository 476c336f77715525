package vn.nentang.shell.web.committee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.access.Scope;
import vn.nentang.committee.Committee;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.People;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.shell.web.TypedDate;
import vn.nentang.shell.web.act.FormPage;

/** Whom a form about a committee may name: the members of the organisation, and whoever its history names. */
@Component
public final class CommitteePeople {

    private static final int OFFERED_MAX = 150;

    private final Rosters rosters;
    private final Committees committees;
    private final People people;

    CommitteePeople(Rosters rosters, Committees committees, People people) {
        this.rosters = rosters;
        this.committees = committees;
        this.people = people;
    }

    public Known of(OrganizationId organization, Scope scope, LocalDate on) {
        return new Known(organization, scope, on);
    }

    /** The people of one organisation on one day. */
    public final class Known {

        private final OrganizationId organization;
        private final LocalDate on;
        private final Map<PersonId, RosterLine> members;

        Known(OrganizationId organization, Scope scope, LocalDate on) {
            this.organization = organization;
            this.on = on;
            this.members = rosters.of(scope.cellsOf(organization, on), on).stream()
                    .collect(Collectors.toMap(RosterLine::person, line -> line, (one, _) -> one));
        }

        /** The members, by name; empty where there are too many to choose from. */
        public List<FormPage.Choice> members() {
            return members.size() > OFFERED_MAX
                    ? List.of()
                    : members.values().stream()
                            .sorted(Comparator.comparing(RosterLine::fullName, VietnameseText.nameOrder()))
                            .map(Known::choice)
                            .toList();
        }

        private static FormPage.Choice choice(RosterLine line) {
            var birth = line.birth() == null ? "" : " (" + TypedDate.write(line.birth()) + ")";
            return new FormPage.Choice(line.person().toString(), line.fullName() + birth);
        }

        /** Whoever holds a post here. */
        public List<FormPage.Choice> holders() {
            var persons = committees.of(organization, on, null).holders().stream()
                    .map(Committee.Holder::person)
                    .distinct()
                    .toList();
            var names = people.names(persons, on);
            return persons.stream()
                    .map(p -> new FormPage.Choice(p.toString(), names.getOrDefault(p, "")))
                    .toList();
        }

        /** The one person a text means: an id, a card or citizen number, or a name that one member alone bears. */
        public Optional<PersonId> find(String text) {
            try {
                return Optional.of(new PersonId(UUID.fromString(text)))
                        .filter(person ->
                                members.containsKey(person) || everHeld().contains(person));
            } catch (IllegalArgumentException _) {
                var wanted = VietnameseText.folded(text);
                var found = members.values().stream()
                        .filter(line -> text.equals(line.cardNumber())
                                || text.equals(line.citizenId())
                                || wanted.equals(VietnameseText.folded(line.fullName())))
                        .map(RosterLine::person)
                        .toList();
                return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
            }
        }

        /** Whoever the committee's own history names may be named again, also somebody sent from elsewhere. */
        private Set<PersonId> everHeld() {
            return committees.history(organization).stream()
                    .flatMap(told -> told.entry().event() instanceof CommitteeEvent.PostTaken taken
                            ? Stream.of(taken.person())
                            : Stream.empty())
                    .collect(Collectors.toSet());
        }
    }
}
