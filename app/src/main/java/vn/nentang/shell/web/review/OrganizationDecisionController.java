package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.review.OrganizationReviews;
import vn.nentang.review.OrganizationReviews.Judged;
import vn.nentang.review.OrganizationReviews.Subject;
import vn.nentang.review.OrganizationReviews.Wanted;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/**
 * The decision on one organisation: facts are entered, what the regulation allows is shown with its articles, and the level
 * is recorded with its paper. For the office of a committee, whose reach the organisation lies in.
 */
@WebFace
final class OrganizationDecisionController {

    private static final int REASON_CHARS_MAX = 4_000;
    private static final int FACT_CHARS_MAX = 100;
    private static final String OBJECT = "organization";

    private final OrganizationReviews reviews;
    private final ReviewYears years;
    private final Labels labels;

    OrganizationDecisionController(OrganizationReviews reviews, ReviewYears years, Labels labels) {
        this.reviews = reviews;
        this.years = years;
        this.labels = labels;
    }

    @GetMapping("/reviews/{year}/organizations/{id}")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        var subject = subject(id, year, viewer);
        return Reply.show(new Showing(subject, TypedFields.empty(texts), viewer, texts).page(List.of(), null));
    }

    @PostMapping("/reviews/{year}/organizations/{id}")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "record") String act,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var subject = subject(id, year, viewer);
        var typed = new TypedFields(form, texts);
        var showing = new Showing(subject, typed, viewer, texts);
        if (act.equals("check")) {
            return Reply.show(showing.page(List.of(), command));
        }
        var wanted = wanted(subject, typed, asOf, texts);
        if (!typed.isSound()) {
            return Reply.refused(showing.page(List.of(), command));
        }
        var request = new Command(command, viewer.account().login(), wanted);
        return switch (reviews.record(request, subject, wanted)) {
            case Answer.Refused(var reasons) -> Reply.refused(showing.page(reasons, command));
            case Answer.Recorded _ -> Reply.goTo(listOf(subject, viewer));
        };
    }

    private Subject subject(OrganizationId id, int year, Viewer viewer) {
        OutOfReach.unless(viewer.scope().covers(id, years.lastDayOf(year)));
        return OutOfReach.require(reviews.find(id, year));
    }

    /** The list this organisation stands in. */
    private String listOf(Subject subject, Viewer viewer) {
        var parent = subject.organization().parent();
        var top = parent != null && viewer.scope().covers(parent, years.lastDayOf(subject.year()))
                ? parent
                : subject.organization().id();
        return "/reviews/%d/organizations?org=%s".formatted(subject.year(), top);
    }

    private static Map<String, String> facts(Subject subject, TypedFields typed) {
        var facts = new LinkedHashMap<String, String>();
        subject.facts().forEach(fact -> {
            var text = typed.text("fact." + fact.name(), FACT_CHARS_MAX);
            if (text != null) {
                facts.put(fact.name(), text);
            }
        });
        return facts;
    }

    private static Wanted wanted(Subject subject, TypedFields typed, AsOf asOf, Texts texts) {
        var facts = facts(subject, typed);
        OrganizationReviews.judge(subject, facts)
                .unreadable()
                .forEach(name -> typed.refuse("fact." + name, texts.of("decision.unreadable")));
        var chosen = typed.of("level");
        if (chosen.isBlank()) {
            typed.refuse("level", texts.of("decision.no-level"));
        }
        var on = typed.day("on", LocalDate.of(subject.year(), 1, 1), asOf.today());
        return new Wanted(
                facts, chosen, typed.text("because", REASON_CHARS_MAX), on.orElse(asOf.today()), typed.paper("paper"));
    }

    /** One form as it is shown. */
    private final class Showing {

        private final Subject subject;
        private final TypedFields typed;
        private final Viewer viewer;
        private final Texts texts;
        private final Reasons reasons;

        Showing(Subject subject, TypedFields typed, Viewer viewer, Texts texts) {
            this.subject = subject;
            this.typed = typed;
            this.viewer = viewer;
            this.texts = texts;
            this.reasons = new Reasons(subject.regime().regime(), texts);
        }

        OrganizationDecisionPage page(List<Refusal> refusals, @Nullable UUID command) {
            var values = values();
            var judged = OrganizationReviews.judge(subject, values);
            judged.unreadable().forEach(name -> typed.refuse("fact." + name, texts.of("decision.unreadable")));
            var computed = judged.computed().orElse("");
            var regime = subject.regime().regime();
            return new OrganizationDecisionPage(
                    subject.year(),
                    subject.organization(),
                    viewer.scope()
                            .path(subject.organization().id(), subject.rules().date()),
                    regime.title(),
                    regime.source(),
                    below(),
                    subject.below().undecided(),
                    subject.facts().stream().map(fact -> field(fact, values)).toList(),
                    reasons.outcome(judged.classification()),
                    computed,
                    mark(judged),
                    reasons.of(judged.classification()),
                    options(subject.levels().stream()),
                    options(subject.reasons().stream()),
                    typed.has("level") ? typed.of("level") : standing().orElse(computed),
                    before(),
                    command == null ? null : command.toString(),
                    typed,
                    refusals);
        }

        /** As typed; before that as it was decided, and what can be computed as it is now. */
        private Map<String, String> values() {
            if (typed.has("command")) {
                return facts(subject, typed);
            }
            var values = new HashMap<>(subject.entered());
            values.putAll(subject.computed());
            return values;
        }

        private static Mark mark(Judged judged) {
            var classification = judged.classification();
            return classification == null ? Mark.VERIFIED : classification.mark();
        }

        private List<OrganizationDecisionPage.Count> below() {
            var counts = Stream.concat(
                    subject.levels().stream()
                            .map(code -> new OrganizationDecisionPage.Count(
                                    word(code), subject.below().at(code))),
                    Stream.of(new OrganizationDecisionPage.Count(
                            texts.of("review.unclassified"), subject.below().unclassified())));
            return counts.filter(count -> count.number() > 0).toList();
        }

        private OrganizationDecisionPage.FactField field(Fact fact, Map<String, String> values) {
            var assumed = fact.findAssumed()
                    .map(one -> texts.of("decision.assumed", Labels.in(one.sentence(), texts)))
                    .orElse("");
            var isComputed = subject.computed().containsKey(fact.name());
            return new OrganizationDecisionPage.FactField(
                    fact.name(),
                    Labels.in(fact.label(), texts),
                    values.getOrDefault(fact.name(), ""),
                    words(fact),
                    isComputed ? texts.of("decision.computed") : assumed,
                    isComputed || assumed.isEmpty());
        }

        private List<RecordingPage.Option> words(Fact fact) {
            return switch (fact.type()) {
                case DECIMAL, WHOLE -> List.of();
                case FLAG ->
                    List.of(
                            new RecordingPage.Option("true", texts.of("yes")),
                            new RecordingPage.Option("false", texts.of("no")));
                case GRADE ->
                    fact.scale().rising().reversed().stream()
                            .map(word -> new RecordingPage.Option(word, grade(word)))
                            .toList();
            };
        }

        private String grade(String word) {
            return texts.has("grade." + word) ? texts.of("grade." + word) : word(word);
        }

        private List<RecordingPage.Option> options(Stream<String> codes) {
            return codes.map(code -> new RecordingPage.Option(code, word(code))).toList();
        }

        private Optional<String> standing() {
            return Optional.ofNullable(subject.decided())
                    .map(decided -> Objects.requireNonNullElse(
                            decided.level() == null ? decided.notClassified() : decided.level(), ""));
        }

        private String before() {
            var decided = subject.decided();
            return decided == null
                    ? ""
                    : texts.of("recording.before", word(standing().orElse("")), decided.decidedOn());
        }

        private String word(String code) {
            return labels.outcome(
                    subject.regime().id(), OBJECT, code, subject.rules().date(), texts);
        }
    }
}
