package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** One box for members and organisations, without regard to accents. */
@WebFace
final class SearchController {

    private static final int ORGANIZATIONS_MAX = 50;
    private static final int PEOPLE_MAX = 200;

    private final People people;

    SearchController(People people) {
        this.people = people;
    }

    @GetMapping("/search")
    Reply search(@RequestParam(defaultValue = "") String q, Viewer viewer, AsOf asOf) {
        var words = q.strip();
        if (words.isEmpty()) {
            return Reply.show(new SearchPage("", List.of(), List.of(), false));
        }
        var persons = persons(words, viewer, asOf.date());
        var organizations = organizations(words, viewer, asOf.date());
        return Reply.show(new SearchPage(words, persons, organizations, persons.size() >= PEOPLE_MAX));
    }

    private List<SearchPage.Person> persons(String words, Viewer viewer, LocalDate on) {
        return people.search(words, viewer.scope().cells(on), on).stream()
                .map(f -> person(f, viewer, on))
                .toList();
    }

    private static SearchPage.Person person(People.Found found, Viewer viewer, LocalDate on) {
        return new SearchPage.Person(
                found.person(),
                found.fullName(),
                found.birth() == null ? null : PartialDate.parse(found.birth()),
                found.cell() == null ? "" : viewer.scope().nameOf(found.cell(), on));
    }

    private static List<Organization> organizations(String words, Viewer viewer, LocalDate on) {
        var folded = VietnameseText.folded(words);
        return viewer.scope().organizations(on).stream()
                .filter(o -> VietnameseText.folded(o.name()).contains(folded) || words.equals(o.code()))
                .limit(ORGANIZATIONS_MAX)
                .toList();
    }
}
