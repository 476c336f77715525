package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Readings;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Secrets;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.committee.CommitteeWords;
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
    private final Secrets secrets;
    private final Readings readings;
    private final Committees committees;
    private final CommitteeWords words;
    private final Labels labels;
    private final TwoPersons two;

    MemberController(
            People people,
            FileFields fields,
            MemberTellings tellings,
            Secrets secrets,
            Readings readings,
            Committees committees,
            CommitteeWords words,
            Labels labels,
            TwoPersons two) {
        this.two = two;
        this.committees = committees;
        this.words = words;
        this.labels = labels;
        this.people = people;
        this.secrets = secrets;
        this.readings = readings;
        this.fields = fields;
        this.tellings = tellings;
    }

    @GetMapping("/members/{id}")
    Reply show(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String recorded,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        OutOfReach.unless(viewer.isSelf(id) || isWithin(viewer, id, asOf));
        var opened = viewer.isSelf(id) ? secrets.groupsOpenTo(viewer, id, asOf) : Set.<String>of();
        var page = page(id, new Asked(viewer, asOf, knownAt, texts), opened, recorded);
        readings.note(viewer, Right.MEMBER_READ, id, "file", "");
        return Reply.show(page);
    }

    /** Who asks, and for which day. */
    private record Asked(Viewer viewer, AsOf asOf, KnownAt knownAt, Texts texts) {}

    /** A group of secret fields, opened for a reason; the answer is the page with them, and is kept nowhere. */
    @PostMapping("/members/{id}/secrets")
    Reply open(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String purpose,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        var reader = viewer.under(Right.MEMBER_READ);
        OutOfReach.unless(viewer.isSelf(id) || isWithin(reader, id, asOf));
        var asked = new Asked(reader, asOf, knownAt, texts);
        if (purpose.isBlank() || purpose.length() > Readings.PURPOSE_CHARS_MAX) {
            return Reply.refused(page(id, asked, Set.of(), "").asking());
        }
        secrets.open(viewer, id, group, purpose.strip(), asOf);
        return Reply.show(page(id, asked, Set.of(group), ""));
    }

    private MemberPage page(PersonId id, Asked asked, Set<String> opened, String recorded) {
        var viewer = asked.viewer();
        var asOf = asked.asOf();
        var records = isKept(viewer.under(Right.MEMBER_RECORD), id, asOf);
        var file =
                OutOfReach.require(people.open(id, asOf.date(), asked.knownAt().instant()));
        var manner = new FileFields.Manner(asOf.date(), opened, asked.texts());
        var mends = records && asked.knownAt().instant() == null;
        return new MemberPage(
                file,
                asked.knownAt(),
                path(file, viewer, asOf),
                file.cell() == null ? "" : viewer.scope().nameOf(file.cell(), asOf.date()),
                opened,
                closed(viewer, file, asOf, opened),
                posts(id, asked),
                fields.groups(file.facts(), manner),
                acts(file, viewer, asOf, manner, mends),
                contradictions(file, asked.texts()),
                records,
                entry(file, recorded),
                false);
    }

    /** What may still be opened. */
    private List<MemberPage.Closed> closed(Viewer viewer, People.MemberFile file, AsOf asOf, Set<String> opened) {
        var filled = secrets.filled(file.facts());
        return secrets.openTo(viewer, file.person(), asOf).stream()
                .filter(row -> filled.contains(String.valueOf(row.secret())))
                .filter(row -> !opened.contains(String.valueOf(row.secret())))
                .map(row -> new MemberPage.Closed(String.valueOf(row.secret()), row.title()))
                .toList();
    }

    private List<MemberPage.Post> posts(PersonId person, Asked asked) {
        var on = asked.asOf().date();
        return committees.heldBy(person, on, asked.knownAt().instant()).stream()
                .map(held -> new MemberPage.Post(
                        words.post(held.holder().post(), held.organization(), on, asked.texts()),
                        held.organization(),
                        asked.viewer().scope().nameOf(held.organization(), on),
                        held.holder().since(),
                        labels.of("post-way", held.holder().way(), on, asked.texts())))
                .toList();
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
            People.MemberFile file, Viewer viewer, AsOf asOf, FileFields.Manner manner, boolean keeps) {
        Predicate<LedgerEvent> mends = event -> keeps && two.mayMend(viewer, file.person(), event, asOf.today());
        var told = file.timeline().stream()
                .filter(line -> asOf.isToday() || !line.entry().effectiveOn().isAfter(asOf.date()))
                .map(line -> new History.Line(line.entry(), line.stands()))
                .toList();
        return new History(tellings.of(file.person(), viewer, manner, mends), asOf.today()).of(told);
    }
}
