package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** One box for members and organisations, without regard to accents. */
@WebFace
final class SearchController {

    private static final int ORGANIZATIONS_MAX = 50;

    private final People people;

    SearchController(People people) {
        this.people = people;
    }

    @GetMapping("/search")
    Reply search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable PersonId after,
            Viewer viewer,
            AsOf asOf) {
        var words = q.strip();
        if (words.isEmpty()) {
            return Reply.show(SearchPage.EMPTY);
        }
        var on = asOf.date();
        var found = people.search(words, on, after, cell -> viewer.scope().covers(cell, on));
        return Reply.show(new SearchPage(
                words,
                found.found().stream().map(f -> person(f, viewer, on)).toList(),
                after == null ? organizations(words, viewer, on) : List.of(),
                after != null,
                found.next(),
                found.leadsToOthers()));
    }

    private static List<Place> organizations(String words, Viewer viewer, LocalDate on) {
        return viewer.scope().named(words, on, ORGANIZATIONS_MAX).stream()
                .map(o -> Place.of(o.id(), viewer.scope(), on))
                .toList();
    }

    private static SearchPage.Person person(People.Found found, Viewer viewer, LocalDate on) {
        return new SearchPage.Person(
                found.person(),
                found.fullName(),
                found.birth() == null ? null : PartialDate.parse(found.birth()),
                found.cell() == null ? null : Place.of(found.cell(), viewer.scope(), on));
    }
}
