package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Command;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewEvent.UnitTitleRecorded;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.UnitTitles;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Records the title of a military unit; nothing about its Party organisation follows from it. */
@WebFace
final class UnitTitleController {

    private static final String TITLES = "unit-title";

    private final UnitTitles titles;
    private final ReviewResults results;
    private final AskedYear asked;
    private final Rulebook rulebook;
    private final Labels labels;

    UnitTitleController(UnitTitles titles, ReviewResults results, AskedYear asked, Rulebook rulebook, Labels labels) {
        this.titles = titles;
        this.results = results;
        this.asked = asked;
        this.rulebook = rulebook;
        this.labels = labels;
    }

    /** A request as it is remembered. */
    private record Request(UnitTitleRecorded title, LocalDate on, Paper paper) {}

    @GetMapping("/reviews/{year}/organizations/{id}/unit-title")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var of = asked.of(id, year, viewer, asOf);
        return Reply.show(page(of, viewer, TypedFields.empty(texts), texts, List.of(), null));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/unit-title")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var of = asked.of(id, year, viewer, asOf);
        var typed = new TypedFields(form, texts);
        if (titles.of(year).stream().noneMatch(one -> one.code().equals(typed.of("title")))) {
            typed.refuse("title", texts.of("unit-title.none-chosen"));
        }
        var on = typed.day("on", LocalDate.of(year, 1, 1), asOf.today());
        var paper = typed.paper("paper");
        if (!typed.isSound()) {
            return Reply.refused(page(of, viewer, typed, texts, List.of(), command));
        }
        var title = new UnitTitleRecorded(id, year, typed.of("title"));
        var day = on.orElse(asOf.today());
        var request = new Command(command, viewer.account().login(), new Request(title, day, paper));
        return Reply.to(
                titles.record(request, title, day, paper),
                "/reviews/%d/organizations/%s/unit-title".formatted(year, id),
                reasons -> page(of, viewer, typed, texts, reasons, command));
    }

    private UnitTitlePage page(
            AskedYear.Asked of,
            Viewer viewer,
            TypedFields typed,
            Texts texts,
            List<Refusal> refusals,
            @Nullable UUID command) {
        var organization = of.organization();
        var day = asked.lastDayOf(of.year());
        OutOfReach.unless(!titles.of(of.year()).isEmpty());
        var standing = titles.find(organization.id(), of.year());
        return new UnitTitlePage(
                of.year(),
                organization,
                viewer.scope().path(organization.id(), day),
                level(organization, of.year(), texts),
                standing.map(one -> texts.of(
                                "unit-title.before", labels.of(TITLES, one.title(), day, texts), one.decidedOn()))
                        .orElse(""),
                standing.map(UnitTitles.UnitTitle::contradiction).orElse(null),
                rulebook.codeList(TITLES).source(),
                titles.of(of.year()).stream()
                        .map(one -> new RecordingPage.Option(one.code(), Labels.in(one.label(), texts)))
                        .toList(),
                typed.has("title")
                        ? typed.of("title")
                        : standing.map(UnitTitles.UnitTitle::title).orElse(""),
                command == null ? null : command.toString(),
                typed,
                refusals);
    }

    private String level(Organization organization, int year, Texts texts) {
        var day = asked.lastDayOf(year);
        var regime = rulebook.findRegime(day).map(RegimeOn::id).orElse("");
        return results.organizations(year, List.of(organization.id())).stream()
                .flatMap(one -> Optional.ofNullable(one.level() == null ? one.notClassified() : one.level()).stream())
                .map(code -> labels.outcome(regime, Ladder.ORGANIZATION, code, day, texts))
                .findFirst()
                .orElse("");
    }
}
