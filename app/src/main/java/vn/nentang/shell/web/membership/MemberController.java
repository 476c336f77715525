package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.history.History;
import vn.nentang.shell.web.history.ToldAct;

/**
 * One member's file. It is there for those in whose reach the member is on the day asked, and tells what was decided up to
 * that day; for today also what is already decided for later.
 */
@WebFace
final class MemberController {

    private final People people;
    private final FileFields fields;
    private final MemberTellings tellings;

    MemberController(People people, FileFields fields, MemberTellings tellings) {
        this.people = people;
        this.fields = fields;
        this.tellings = tellings;
    }

    @GetMapping("/members/{id}")
    Reply show(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String secrets,
            @RequestParam(defaultValue = "") String recorded,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        OutOfReach.unless(viewer.isSelf(id) || isWithin(viewer, id, asOf));
        var file = OutOfReach.require(people.open(id, asOf.date(), knownAt.instant()));
        var manner = new FileFields.Manner(asOf.date(), secrets.equals("shown"), texts);
        var records = isKept(viewer.under(Right.MEMBER_RECORD), id, asOf);
        return Reply.show(new MemberPage(
                file,
                knownAt,
                path(file, viewer, asOf),
                file.cell() == null ? "" : viewer.scope().nameOf(file.cell(), asOf.date()),
                manner.secretsShown(),
                fields.groups(file.facts(), manner),
                acts(file, viewer, asOf, manner, records && knownAt.instant() == null),
                contradictions(file, texts),
                records,
                entry(file, recorded)));
    }

    private boolean isKept(Viewer viewer, PersonId person, AsOf asOf) {
        return people.keeper(person, asOf.today())
                .filter(cell -> viewer.scope().keeps(cell, asOf.today()))
                .isPresent();
    }

    private static @Nullable EntryRef entry(People.MemberFile file, String named) {
        return file.timeline().stream()
                .map(line -> line.entry().ref())
                .filter(ref -> ref.toString().equals(named))
                .findFirst()
                .orElse(null);
    }

    private static List<MemberPage.Contradiction> contradictions(People.MemberFile file, Texts texts) {
        return file.anomalies().stream()
                .map(a ->
                        new MemberPage.Contradiction(a.entry(), texts.of("anomaly." + a.code(), day(file, a.entry()))))
                .toList();
    }

    private static @Nullable LocalDate day(People.MemberFile file, EntryRef entry) {
        return file.timeline().stream()
                .map(People.TimelineLine::entry)
                .filter(e -> e.ref().equals(entry))
                .map(Entry::effectiveOn)
                .findFirst()
                .orElse(null);
    }

    private boolean isWithin(Viewer viewer, PersonId person, AsOf asOf) {
        return people.cellsOf(person, asOf.date()).stream()
                .anyMatch(cell -> viewer.scope().covers(cell, asOf.date()));
    }

    private static List<Organization> path(People.MemberFile file, Viewer viewer, AsOf asOf) {
        return file.cell() == null ? List.of() : viewer.scope().path(file.cell(), asOf.date());
    }

    private List<ToldAct> acts(
            People.MemberFile file, Viewer viewer, AsOf asOf, FileFields.Manner manner, boolean mends) {
        var told = file.timeline().stream()
                .filter(line -> asOf.isToday() || !line.entry().effectiveOn().isAfter(asOf.date()))
                .map(line -> new History.Line(line.entry(), line.stands()))
                .toList();
        return new History(tellings.of(file.person(), viewer, manner, mends), asOf.today()).of(told);
    }
}
