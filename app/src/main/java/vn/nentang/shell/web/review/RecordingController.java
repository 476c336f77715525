package vn.nentang.shell.web.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewRecording;
import vn.nentang.review.ReviewRecording.Choice;
import vn.nentang.review.ReviewRecording.Planned;
import vn.nentang.review.ReviewRecording.Raise;
import vn.nentang.review.ReviewRecording.Request;
import vn.nentang.review.ReviewRecording.Wanted;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.PlaceSearch;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Records what the competent level decided by a workbook that was checked: another click, all lines or none. */
@WebFace
final class RecordingController {

    private static final int NAMED_MAX = 50;

    private static final int REASON_CHARS_MAX = 4_000;

    private final ReviewRecording recording;
    private final ReviewResults results;
    private final Ledger ledger;
    private final Rulebook rulebook;
    private final WaitingWorkbooks workbooks;
    private final Levels levels;

    RecordingController(
            ReviewRecording recording,
            ReviewResults results,
            Ledger ledger,
            Rulebook rulebook,
            WaitingWorkbooks workbooks,
            Levels levels) {
        this.recording = recording;
        this.results = results;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.workbooks = workbooks;
        this.levels = levels;
    }

    /** The waiting workbook; once it is recorded, what became of it. */
    @GetMapping("/reviews/recordings/{id}")
    Reply show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(defaultValue = "") String find,
            Viewer viewer,
            AsOf asOf,
            Texts texts)
            throws IOException {
        var waiting = workbooks.find(id, viewer.account());
        if (waiting.isEmpty()) {
            return Reply.show(recorded(id, viewer));
        }
        var result = check(waiting.get());
        var under = org == null ? guess(result, viewer) : within(org, result, viewer);
        var typed = new TypedFields(Map.of("find", find), texts);
        return Reply.show(new Showing(waiting.get(), wanted(result, under, typed, asOf), typed, viewer, texts)
                .page(List.of(), false));
    }

    /** The same form with its choices counted, or recorded. */
    @PostMapping("/reviews/recordings/{id}")
    Reply send(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "record") String act,
            @RequestParam OrganizationId org,
            Viewer viewer,
            AsOf asOf,
            Texts texts)
            throws IOException {
        var waiting = workbooks.find(id, viewer.account());
        if (waiting.isEmpty()) {
            return Reply.goTo("/reviews/recordings/" + id);
        }
        var result = check(waiting.get());
        var typed = new TypedFields(form, texts);
        var wanted = wanted(result, within(org, result, viewer), typed, asOf);
        var showing = new Showing(waiting.get(), wanted, typed, viewer, texts);
        if (act.equals("count")) {
            return Reply.show(showing.page(List.of(), false));
        }
        if (!typed.isSound()) {
            return Reply.refused(showing.page(List.of(), true));
        }
        var command = new Command(
                id, viewer.account().login(), Request.of(waiting.get().file().path(), wanted));
        return switch (recording.record(command, wanted)) {
            case Answer.Refused(var reasons) -> Reply.refused(showing.page(reasons, true));
            case Answer.Recorded _ -> {
                workbooks.drop(id, viewer.account());
                yield Reply.goTo("/reviews/recordings/" + id);
            }
        };
    }

    @PostMapping("/reviews/recordings/{id}/discard")
    Reply discard(@PathVariable UUID id, Viewer viewer) {
        workbooks.find(id, viewer.account()).ifPresent(waiting -> workbooks.drop(waiting.id(), viewer.account()));
        return Reply.goTo("/reviews/check");
    }

    private RecordedPage recorded(UUID id, Viewer viewer) {
        var entries = ledger.recordedBy(id).stream()
                .filter(entry -> entry.author().equals(viewer.account().login()))
                .filter(entry -> entry.event() instanceof ReviewEvent.MemberClassified)
                .toList();
        OutOfReach.unless(!entries.isEmpty());
        var last = entries.getLast();
        return new RecordedPage(((ReviewEvent) last.event()).year(), entries.size(), last.effectiveOn(), last.paper());
    }

    private ReviewSheetResult check(WaitingWorkbooks.Workbook waiting) throws IOException {
        var outcome = ReviewWorkbookCheck.check(waiting.file().path(), waiting.year(), rulebook);
        return switch (outcome) {
            case ReviewWorkbookCheck.Outcome.Checked(var result) -> result;
            case ReviewWorkbookCheck.Outcome.Refused _ -> throw new OutOfReach();
        };
    }

    private static OrganizationId within(OrganizationId organization, ReviewSheetResult result, Viewer viewer) {
        OutOfReach.unless(viewer.scope().covers(organization, result.regime().date()));
        return organization;
    }

    /** The organisation the workbook's title names; the top of the reach where none is meant. */
    private static OrganizationId guess(ReviewSheetResult result, Viewer viewer) {
        var lastDay = result.regime().date();
        var title = VietnameseText.folded(Objects.requireNonNullElse(result.organization(), ""));
        return viewer.scope().named(title, lastDay, NAMED_MAX).stream()
                .filter(o -> VietnameseText.folded(o.name()).equals(title))
                .map(Organization::id)
                .findFirst()
                .or(() -> viewer.scope().top(lastDay).map(Organization::id))
                .orElseThrow(OutOfReach::new);
    }

    private Wanted wanted(ReviewSheetResult result, OrganizationId under, TypedFields typed, AsOf asOf) {
        var on = typed.of("org").isEmpty()
                ? Optional.of(asOf.today())
                : typed.day("on", LocalDate.of(result.year(), 1, 1), asOf.today());
        var paper = typed.paper("paper");
        return new Wanted(
                result,
                under,
                choices(result, typed),
                typed.has("leave-out"),
                typed.text("again", REASON_CHARS_MAX),
                on.orElse(asOf.today()),
                paper,
                raise(typed));
    }

    /** A choice is what differs from the facts, or comes with a reason of its own. */
    private static Map<String, Choice> choices(ReviewSheetResult result, TypedFields typed) {
        var choices = new HashMap<String, Choice>();
        for (var i = 0; i < result.members().size(); i++) {
            var line = result.members().get(i);
            var chosen = typed.of("level." + i);
            var because = typed.text("because." + i, REASON_CHARS_MAX);
            var computed = ReviewRecording.computed(line).orElse("");
            if (!chosen.isEmpty() && (because != null || !chosen.equals(computed))) {
                choices.put(result.key(line), new Choice(chosen, because));
            }
        }
        return choices;
    }

    private @Nullable Raise raise(TypedFields typed) {
        var because = typed.text("cap-because", REASON_CHARS_MAX);
        var paper = typed.paper("cap");
        return because == null && paper.isUnknown() ? null : new Raise(Objects.requireNonNullElse(because, ""), paper);
    }

    /** One form as it is shown. */
    private final class Showing {

        private final WaitingWorkbooks.Workbook waiting;
        private final Wanted wanted;
        private final ReviewSheetResult result;
        private final TypedFields typed;
        private final Viewer viewer;
        private final Texts texts;
        private final Map<String, String> words;

        Showing(WaitingWorkbooks.Workbook waiting, Wanted wanted, TypedFields typed, Viewer viewer, Texts texts) {
            this.waiting = waiting;
            this.wanted = wanted;
            this.result = wanted.result();
            this.typed = typed;
            this.viewer = viewer;
            this.texts = texts;
            this.words = levels.words(result, texts);
        }

        RecordingPage page(List<Refusal> refusals, boolean wasAsked) {
            var plan = recording.plan(wanted);
            var lines = new ArrayList<RecordingPage.Line>();
            var strangers = new ArrayList<RecordingPage.Stranger>();
            for (var i = 0; i < plan.size(); i++) {
                var why = plan.get(i).matched().why();
                if (why == null) {
                    lines.add(line(i, plan.get(i), wasAsked));
                } else {
                    strangers.add(stranger(plan.get(i).matched().line(), why));
                }
            }
            var raisedBy = raisedBy();
            var caps = ReviewRecording.caps(result, plan, raisedBy != null || wanted.raise() != null);
            var regime = result.regime().regime();
            return new RecordingPage(
                    waiting.id(),
                    waiting.file().name(),
                    result.year(),
                    regime.title(),
                    regime.source(),
                    result.remarks(),
                    PlaceSearch.choices(
                            wanted.under(),
                            typed.of("find"),
                            viewer.scope(),
                            result.regime().date()),
                    wanted.under(),
                    lines,
                    strangers,
                    caps,
                    levels.groups(regime.id(), caps, texts),
                    raisedBy,
                    result.findCapRule().filter(rule -> rule.raised() != null).isPresent(),
                    plan.stream().anyMatch(planned -> planned.before() != null),
                    options(levels.levelsOf(result)),
                    options(List.copyOf(ReviewRecording.reasons(result))),
                    typed,
                    refusals.stream().filter(r -> !r.facts().containsKey("row")).toList(),
                    waiting.until());
        }

        private @Nullable Paper raisedBy() {
            return results.raisedCap(result.year(), wanted.under())
                    .flatMap(cap -> ledger.find(EntryRef.parse(cap.entry())))
                    .map(entry -> entry.paper())
                    .orElse(null);
        }

        private List<RecordingPage.Option> options(List<String> codes) {
            return codes.stream()
                    .map(code -> new RecordingPage.Option(code, word(code)))
                    .toList();
        }

        private RecordingPage.Line line(int index, Planned planned, boolean wasAsked) {
            var line = planned.matched().line();
            var member = Objects.requireNonNull(planned.matched().member());
            var computed = ReviewRecording.computed(line).orElse("");
            var chosen = typed.or("level." + index, computed);
            var against = planned.against().stream().findFirst().orElse(null);
            return new RecordingPage.Line(
                    index,
                    result.key(line),
                    member.person().toString(),
                    member.fullName(),
                    viewer.scope().nameOf(member.cell(), result.regime().date()),
                    computed.isEmpty() ? "" : word(computed),
                    chosen,
                    typed.of("because." + index),
                    line.proposal() == null ? "" : word(line.proposal()),
                    before(planned),
                    computed.isEmpty() || !chosen.equals(computed) || typed.has("because." + index),
                    wasAsked ? against : null,
                    line.classification() == null
                            ? Mark.VERIFIED
                            : line.classification().mark());
        }

        private String before(Planned planned) {
            var before = planned.before();
            if (before == null) {
                return "";
            }
            var code = before.level() == null ? before.notClassified() : before.level();
            return texts.of("recording.before", word(Objects.requireNonNullElse(code, "")), before.decidedOn());
        }

        private RecordingPage.Stranger stranger(MemberLine line, Refusal why) {
            return new RecordingPage.Stranger(result.key(line), line.fullName(), line.cell(), why);
        }

        private String word(String code) {
            return words.getOrDefault(code, code);
        }
    }
}
