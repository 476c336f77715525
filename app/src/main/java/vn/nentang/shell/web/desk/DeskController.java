package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import vn.nentang.access.Viewer;
import vn.nentang.desk.Duties;
import vn.nentang.membership.Rosters;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** The first page: what waits, and the figures that matter. */
@WebFace
final class DeskController {

    private final Duties duties;
    private final Rosters rosters;

    DeskController(Duties duties, Rosters rosters) {
        this.duties = duties;
        this.rosters = rosters;
    }

    @GetMapping("/")
    Reply show(Viewer viewer, AsOf asOf) {
        var on = asOf.date();
        var scope = viewer.scope();
        var members = viewer.readsMembers() ? rosters.of(scope.cells(on), on).size() : null;
        return Reply.show(new DeskPage(
                scope.top(),
                scope.nameOf(scope.top(), on),
                scope.organizations(on).size(),
                members,
                waits(viewer, on)));
    }

    private List<DeskPage.Wait> waits(Viewer viewer, LocalDate on) {
        var waits = new ArrayList<DeskPage.Wait>();
        if (viewer.readsMembers()) {
            var ended = duties.probationEnded(viewer.scope().cells(on), on).size();
            waits.add(new DeskPage.Wait(ended, "desk.probation-overdue", "", "/probation"));
        }
        waits.add(new DeskPage.Wait(
                duties.uncertainRules(on).size(), "desk.uncertain-rules", "", "/rules?mark=uncertain"));
        return waits.stream().filter(w -> w.count() > 0).toList();
    }
}
