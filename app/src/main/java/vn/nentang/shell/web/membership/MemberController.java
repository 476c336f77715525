package vn.nentang.shell.web.membership;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/**
 * One member's file. It is there for those in whose reach the member is on the day asked, and tells what was decided up to
 * that day; for today also what is already decided for later.
 */
@WebFace
final class MemberController {

    private final People people;
    private final FileFields fields;
    private final Labels labels;

    MemberController(People people, FileFields fields, Labels labels) {
        this.people = people;
        this.fields = fields;
        this.labels = labels;
    }

    @GetMapping("/members/{id}")
    Reply show(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String secrets,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        OutOfReach.unless(viewer.readsMembers() && isWithin(viewer, id, asOf));
        var file = OutOfReach.require(people.open(id, asOf.date(), knownAt.instant()));
        var manner = new FileFields.Manner(asOf.date(), secrets.equals("shown"), texts);
        return Reply.show(new MemberPage(
                file,
                knownAt,
                path(file, viewer, asOf),
                file.cell() == null ? "" : viewer.scope().nameOf(file.cell(), asOf.date()),
                manner.secretsShown(),
                fields.groups(file.facts(), manner),
                acts(file, viewer, asOf, manner)));
    }

    private boolean isWithin(Viewer viewer, PersonId person, AsOf asOf) {
        return people.cellsOf(person, asOf.date()).stream()
                .anyMatch(cell -> viewer.scope().covers(cell, asOf.date()));
    }

    private static List<Organization> path(People.MemberFile file, Viewer viewer, AsOf asOf) {
        return file.cell() == null ? List.of() : viewer.scope().path(file.cell(), asOf.date());
    }

    private List<MemberPage.Act> acts(People.MemberFile file, Viewer viewer, AsOf asOf, FileFields.Manner manner) {
        var told = file.timeline().stream()
                .filter(line -> asOf.isToday() || !line.entry().effectiveOn().isAfter(asOf.date()))
                .toList();
        var sentences = new Sentences(viewer.scope(), labels, manner.texts());
        return new Acts(sentences, fields, manner, asOf.today()).of(told);
    }
}
