package vn.nentang.shell.web.authority;

import java.time.LocalDate;
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
        var rows = readings.of(id).stream()
                .map(reading -> row(reading, file.fullName(), viewer, asOf.today(), texts))
                .toList();
        return Reply.show(new ReadingsPage(id, file.fullName(), rows));
    }

    @GetMapping("/readings")
    Reply all(Viewer viewer, AsOf asOf, Texts texts) {
        var found = readings.of(viewer.scope().cells(asOf.today()), asOf.today());
        var names = people.names(found.stream().map(Reading::person).toList(), asOf.today());
        var rows = found.stream()
                .map(reading -> row(reading, names.getOrDefault(reading.person(), ""), viewer, asOf.today(), texts))
                .toList();
        return Reply.show(new ReadingsPage(null, "", rows));
    }

    private ReadingsPage.Row row(Reading reading, String person, Viewer viewer, LocalDate today, Texts texts) {
        var post = reading.over() == null
                ? ""
                : texts.of(
                        "post.at",
                        labels.of(POSTS, reading.post(), today, texts),
                        viewer.scope().nameOf(reading.over(), today));
        return new ReadingsPage.Row(
                reading,
                person,
                accounts.find(reading.account()).map(a -> a.displayName()).orElse(""),
                post,
                what(reading, texts));
    }

    private String what(Reading reading, Texts texts) {
        return matrix.opening(reading.what())
                .flatMap(matrix::row)
                .map(row -> Labels.in(row.title(), texts))
                .orElseGet(() -> texts.of("readings.what." + reading.what()));
    }
}
