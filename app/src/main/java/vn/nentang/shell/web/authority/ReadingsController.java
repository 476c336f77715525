package vn.nentang.shell.web.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Reading;
import vn.nentang.access.Readings;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Who read which file: for the member whose file it is, and for those who inspect how files are kept. */
@WebFace
final class ReadingsController {

    private static final String POSTS = "post";

    private final Readings readings;
    private final Accounts accounts;
    private final People people;
    private final AuthorityMatrix matrix;
    private final Labels labels;

    ReadingsController(Readings readings, Accounts accounts, People people, AuthorityMatrix matrix, Labels labels) {
        this.readings = readings;
        this.accounts = accounts;
        this.people = people;
        this.matrix = matrix;
        this.labels = labels;
    }

    @GetMapping("/members/{id}/readings")
    Reply ofOne(@PathVariable PersonId id, Viewer viewer, AsOf asOf, Texts texts) {
        var file = OutOfReach.require(people.open(id, asOf.date(), null));
        var names = Map.of(id, file.fullName());
        return Reply.show(new ReadingsPage(id, file.fullName(), rows(readings.of(id), names, viewer, asOf, texts)));
    }

    @GetMapping("/readings")
    Reply all(Viewer viewer, AsOf asOf, Texts texts) {
        var found = readings.of(viewer.scope().cells(asOf.today()), asOf.today());
        var names = people.names(found.stream().map(Reading::person).toList(), asOf.today());
        return Reply.show(new ReadingsPage(null, "", rows(found, names, viewer, asOf, texts)));
    }

    private List<ReadingsPage.Row> rows(
            List<Reading> found, Map<PersonId, String> names, Viewer viewer, AsOf asOf, Texts texts) {
        var readers = accounts.displayNames(found.stream().map(Reading::account).toList());
        return found.stream()
                .map(reading -> new ReadingsPage.Row(
                        reading,
                        names.getOrDefault(reading.person(), ""),
                        readers.getOrDefault(reading.account(), ""),
                        post(reading, viewer, asOf.today(), texts),
                        what(reading, texts)))
                .toList();
    }

    private String post(Reading reading, Viewer viewer, LocalDate today, Texts texts) {
        return reading.over() == null
                ? ""
                : texts.of(
                        "post.at",
                        labels.of(POSTS, reading.post(), today, texts),
                        viewer.scope().nameOf(reading.over(), today));
    }

    private String what(Reading reading, Texts texts) {
        return matrix.opening(reading.what())
                .flatMap(matrix::row)
                .map(row -> Labels.in(row.title(), texts))
                .orElseGet(() -> texts.of("readings.what." + reading.what()));
    }
}
