package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.access.Viewer;
import vn.nentang.committee.Committees;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.People;
import vn.nentang.organization.Organizations;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.history.ToldAct;

/** What is recorded and contradicts, as far as the reader keeps the files it stands in. */
@Component
final class Contradictions {

    private final People people;
    private final Organizations organizations;
    private final Committees committees;
    private final Ledger ledger;

    Contradictions(People people, Organizations organizations, Committees committees, Ledger ledger) {
        this.committees = committees;
        this.people = people;
        this.organizations = organizations;
        this.ledger = ledger;
    }

    /**
     * One of them.
     *
     * @param page of the person or organisation
     * @param day from which the act is in effect; null where it is not on record any more
     */
    record Found(
            String name,
            String page,
            String code,
            EntryRef entry,
            @Nullable LocalDate day) {

        AnomaliesPage.Row row(Texts texts) {
            var path = page + "#" + ToldAct.anchor(entry);
            return new AnomaliesPage.Row(name, path, texts.of("anomaly." + code, day));
        }
    }

    List<Found> of(Viewer viewer, LocalDate today) {
        var members = people.contradictions(today).stream()
                .filter(c -> c.keeper() != null && viewer.scope().keeps(c.keeper(), today))
                .map(c -> new Found(c.fullName(), "/members/" + c.person(), c.code(), c.entry(), day(c.entry())));
        var bodies = organizations.contradictions().stream()
                .filter(c -> viewer.scope().keeps(c.organization(), today))
                .map(c ->
                        new Found(c.name(), "/organizations/" + c.organization(), c.code(), c.entry(), day(c.entry())));
        return Stream.of(members, bodies, ofCommittees(viewer, today))
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Found> ofCommittees(Viewer viewer, LocalDate today) {
        return committees.contradictions().stream()
                .filter(c -> viewer.scope().keeps(c.organization(), today))
                .map(c -> new Found(
                        viewer.scope().nameOf(c.organization(), today),
                        "/organizations/%s/committee".formatted(c.organization()),
                        c.code(),
                        c.entry(),
                        day(c.entry())));
    }

    private @Nullable LocalDate day(EntryRef entry) {
        return ledger.find(entry).map(Entry::effectiveOn).orElse(null);
    }
}
