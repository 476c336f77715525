package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.PlaceSearch;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.history.ToldAct;

/**
 * A form from showing to recording, whatever it is about.
 *
 * @param code names the day in words: a founding has another day than a transfer
 * @param partialDay whether the day of the act may be known only in part
 * @param wrong what the entry says that is mended; null for an act of its own
 * @param recorded what that entry had answered; it may stay though it is offered no more
 * @param asks whether the act is proposed, for another to decide
 */
record Sheet(
        String code,
        String title,
        About about,
        String action,
        boolean partialDay,
        List<Group> groups,
        @Nullable ToldAct wrong,
        Typed recorded,
        boolean asks) {

    Sheet(
            String code,
            String title,
            About about,
            String action,
            boolean partialDay,
            List<Group> groups,
            @Nullable ToldAct wrong,
            Typed recorded) {
        this(code, title, about, action, partialDay, groups, wrong, recorded, false);
    }

    /** The same form, which proposes to somebody else what it would record. */
    Sheet asking() {
        return new Sheet(code, title, about, action, partialDay, groups, wrong, recorded, true);
    }

    private static final int DAY_CHARS_MAX = 10;
    private static final int PERSON_CHARS_MAX = 100;

    /** Whom or what a form is about, and where it came from. */
    record About(String name, List<Organization> path, String back) {}

    /** Questions that belong together; see {@link FormPage.Section}. */
    record Group(String title, boolean folded, List<Question<?>> questions) {}

    /** Who fills the form, and what the answers are checked against. */
    record Filling(Viewer viewer, Rulebook rulebook, Texts texts, LocalDate usualDay) {

        Ground ground(Question<?> dayQuestion, Typed typed) {
            var day = dayQuestion.read(typed.of(dayQuestion));
            var on = switch (day.orElse(null)) {
                case LocalDate whole -> whole;
                case PartialDate part -> part.firstDay();
                case null, default -> usualDay;
            };
            return new Ground(viewer.scope(), rulebook, on, texts);
        }
    }

    private Question<?> day() {
        return partialDay ? Head.DAY_AS_FAR_AS_KNOWN : Head.DAY;
    }

    private Stream<Group> all(Texts texts) {
        var first = new ArrayList<Question<?>>();
        first.add(day());
        first.addAll(groups.getFirst().questions());
        return Stream.of(
                        Stream.of(new Group("", false, first)),
                        groups.stream().skip(1),
                        Stream.of(new Group(texts.of("form.paper"), false, Head.PAPER)))
                .flatMap(g -> g);
    }

    /** The form as it is shown first. */
    Reply show(Typed known, Filling filling) {
        return Reply.show(page(UUID.randomUUID(), known, Map.of(), List.of(), filling));
    }

    /** The form with nothing in it, for a page that holds more than the form. */
    FormPage blank(Filling filling) {
        return page(UUID.randomUUID(), Typed.NOTHING, Map.of(), List.of(), filling);
    }

    /**
     * Checks the answers and records what they say; shows the form again, as it was filled, where that cannot be.
     *
     * @param recording asks a desk
     * @param next where to go after recording
     */
    Reply send(
            UUID command,
            Typed typed,
            Filling filling,
            Function<Answers, Answer> recording,
            Function<Answer.Recorded, String> next) {
        return send(command, typed, filling, recording, next, Reply::refused);
    }

    /** @param again shows the form on the page it belongs to */
    Reply send(
            UUID command,
            Typed sent,
            Filling filling,
            Function<Answers, Answer> recording,
            Function<Answer.Recorded, String> next,
            Function<FormPage, Reply> again) {
        var ground = filling.ground(day(), sent);
        var questions = all(filling.texts())
                .<Question<?>>flatMap(g -> g.questions().stream())
                .toList();
        var typed = ground.found(questions, sent);
        var problems = questions.stream()
                .filter(q -> ground.problem(q, typed, recorded).isPresent())
                .collect(Collectors.toMap(
                        Question::name, q -> ground.problem(q, typed, recorded).orElseThrow()));
        if (!problems.isEmpty()) {
            return again.apply(page(command, typed, problems, List.of(), filling));
        }
        var answers = new Answers(command, typedDay(typed), typed);
        return switch (recording.apply(answers)) {
            case Answer.Refused(var reasons) -> again.apply(page(command, typed, Map.of(), reasons, filling));
            case Answer.Recorded recorded -> Reply.goTo(next.apply(recorded));
        };
    }

    private static PartialDate typedDay(Typed typed) {
        return Head.DAY_AS_FAR_AS_KNOWN.read(typed.of(Head.DAY_AS_FAR_AS_KNOWN)).orElseThrow();
    }

    private FormPage page(
            UUID command, Typed typed, Map<String, String> problems, List<Refusal> refusals, Filling filling) {
        var ground = filling.ground(day(), typed);
        return new FormPage(
                title,
                about.name(),
                about.path(),
                about.back(),
                action,
                command,
                wrong,
                all(filling.texts())
                        .map(g -> section(g, typed, problems, ground))
                        .toList(),
                refusals,
                asks);
    }

    private FormPage.Section section(Group group, Typed typed, Map<String, String> problems, Ground ground) {
        var fields = group.questions().stream()
                .map(q -> field(q, typed, problems.getOrDefault(q.name(), ""), ground))
                .toList();
        var open = fields.stream().anyMatch(f -> !f.problem().isEmpty());
        return new FormPage.Section(group.title(), group.folded() && !open, fields);
    }

    private FormPage.Field field(Question<?> question, Typed typed, String problem, Ground ground) {
        var again = typed.of(question).equals(FormPage.Field.SEARCH_AGAIN);
        var value = again ? "" : typed.of(question);
        var choices = choices(question, value, typed, ground);
        var searched = ground.isSearched(question.box());
        return new FormPage.Field(
                question.name(),
                label(question, ground),
                ground.hint(question),
                searched && choices.isEmpty() ? "line" : kind(question.box()),
                value,
                choices,
                charsMax(question.box()),
                question.optional(),
                searched,
                problem,
                typed.find("was-" + question.name()).orElse(null));
    }

    private String label(Question<?> question, Ground ground) {
        var own = "form.day." + code;
        var isDay = question.name().equals(day().name());
        return isDay && ground.texts().has(own) ? ground.texts().of(own) : ground.label(question);
    }

    /** What stands in the box already is offered too, where it was recorded before. */
    private List<FormPage.Choice> choices(Question<?> question, String value, Typed typed, Ground ground) {
        var offered = ground.choices(question.box(), value);
        var known = value.isEmpty() || offered.stream().anyMatch(c -> c.value().equals(value));
        return known || !Ground.wasThere(question, typed, recorded)
                ? offered
                : Stream.concat(Stream.of(ground.kept(question.box(), value)), offered.stream())
                        .toList();
    }

    private static String kind(Box box) {
        return switch (box) {
            case Box.Line _ -> "line";
            case Box.Text _ -> "text";
            case Box.Day _, Box.PartialDay _ -> "date";
            case Box.Person(var offered) -> offered.isEmpty() ? "line" : "choice";
            case Box.Code _, Box.Word _, Box.Place _ -> "choice";
        };
    }

    private static int charsMax(Box box) {
        return switch (box) {
            case Box.Line(var max) -> max;
            case Box.Text(var max) -> max;
            case Box.Day _, Box.PartialDay _ -> DAY_CHARS_MAX;
            case Box.Person _ -> PERSON_CHARS_MAX;
            case Box.Place _ -> PlaceSearch.TYPED_MAX;
            case Box.Code _, Box.Word _ -> 0;
        };
    }
}
