package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Scope;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.PlaceSearch;
import vn.nentang.shell.web.Texts;

/** What a form may offer: the words in force and the organisations within reach on the day of the act. */
record Ground(Scope scope, Rulebook rulebook, LocalDate on, Texts texts) {

    private static final String FIELDS = "person-fields";

    /** @param value what stands in the box: of too many organisations only those are offered that it may mean */
    List<FormPage.Choice> choices(Box box, String value) {
        return switch (box) {
            case Box.Code(var list) ->
                rulebook.codeList(list).on(on).stream()
                        .map(code -> new FormPage.Choice(code.code(), Labels.in(code.label(), texts)))
                        .toList();
            case Box.Word(var prefix, var words) ->
                words.stream()
                        .map(word -> new FormPage.Choice(word, texts.of(prefix + word)))
                        .toList();
            case Box.Place(var keepsRoll) ->
                places(keepsRoll, value)
                        .map(o -> new FormPage.Choice(o.id().toString(), placeName(o)))
                        .toList();
            case Box.Person(var offered) -> offered;
            case Box.Line _, Box.Text _, Box.Day _, Box.PartialDay _ -> List.of();
        };
    }

    private Stream<Organization> places(boolean keepsRoll, String value) {
        if (!PlaceSearch.isNeeded(scope, on)) {
            return scope.organizations(on).stream().filter(mayBe(keepsRoll));
        }
        return id(value)
                .map(id -> scope.find(id, on).filter(mayBe(keepsRoll)).stream())
                .orElseGet(() -> searched(keepsRoll, value).found().stream());
    }

    private Predicate<Organization> mayBe(boolean keepsRoll) {
        return organization -> !keepsRoll || keepsRoll(organization);
    }

    private PlaceSearch searched(boolean keepsRoll, String typed) {
        return PlaceSearch.of(typed, scope, on, mayBe(keepsRoll));
    }

    private static Optional<OrganizationId> id(String value) {
        try {
            return Optional.of(OrganizationId.of(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the box holds words to search by, not one of a list of all. */
    boolean isSearched(Box box) {
        return box instanceof Box.Place && PlaceSearch.isNeeded(scope, on);
    }

    /** With the organisations that were named in full put in the place of their names. */
    Typed found(List<Question<?>> questions, Typed typed) {
        var found = new LinkedHashMap<String, String>();
        for (var question : questions) {
            if (isSearched(question.box()) && question.box() instanceof Box.Place(var keepsRoll)) {
                var text = typed.of(question);
                searched(keepsRoll, text)
                        .exact(text)
                        .ifPresent(one -> found.put(question.name(), one.id().toString()));
            }
        }
        return typed.and(new Typed(found));
    }

    /** With the one above, so that two cells of one name can be told apart. */
    private String placeName(Organization organization) {
        return Optional.ofNullable(organization.parent())
                .filter(parent -> scope.covers(parent, on))
                .map(parent -> organization.name() + " – " + scope.nameOf(parent, on))
                .orElse(organization.name());
    }

    /** Whether there is any other place to choose than the one given. */
    boolean hasPlaceBeside(Box box, @Nullable OrganizationId known) {
        return isSearched(box)
                || choices(box, "").stream()
                        .anyMatch(c -> known == null || !c.value().equals(known.toString()));
    }

    boolean keepsRoll(Organization organization) {
        return RollKeepers.types(rulebook).contains(organization.type());
    }

    /** A choice that is offered no more or never was: what an entry or a file holds from before. */
    FormPage.Choice kept(Box box, String value) {
        return switch (box) {
            case Box.Place _ -> new FormPage.Choice(value, scope.nameOf(OrganizationId.of(value), on));
            case Box.Code(var list) ->
                new FormPage.Choice(
                        value,
                        rulebook.codeList(list).codes().stream()
                                .filter(code -> code.code().equals(value))
                                .map(code -> Labels.in(code.label(), texts))
                                .findFirst()
                                .orElse(value));
            case Box.Word _, Box.Line _, Box.Text _, Box.Day _, Box.PartialDay _, Box.Person _ ->
                new FormPage.Choice(value, value);
        };
    }

    /** Fields of a member's file are named by the form itself. */
    String label(Question<?> question) {
        return FileQuestions.field(question)
                .flatMap(field -> rulebook.codeList(FIELDS).find(field, on))
                .map(code -> Labels.in(code.label(), texts))
                .orElseGet(() -> texts.of("form." + question.name()));
    }

    /** What a box expects; of the day of an act, how far it must be known. */
    String hint(Question<?> question) {
        var key = isSearched(question.box()) ? "form.search.hint" : "form." + question.name() + ".hint";
        var isPartial = question.box() instanceof Box.PartialDay;
        if (texts.has(key) && !(isPartial && question.name().equals(Head.DAY.name()))) {
            return texts.of(key);
        }
        return isPartial ? texts.of("form.partial-day") : "";
    }

    /** Why an answer cannot be taken, in words; empty when it can. */
    Optional<String> problem(Question<?> question, Typed typed, Typed recorded) {
        var text = typed.of(question);
        if (text.isEmpty()) {
            return question.optional() ? Optional.empty() : Optional.of(texts.of("form.problem.missing"));
        }
        if (wasThere(question, typed, recorded)) {
            return Optional.empty();
        }
        return switch (question.box()) {
            case Box.Line(var max) ->
                tooLong(text, max).or(() -> unless(question.read(text).isPresent(), "form.problem.number"));
            case Box.Text(var max) -> tooLong(text, max);
            case Box.Day _ -> unless(question.read(text).isPresent(), "form.problem.day");
            case Box.PartialDay _ -> unless(question.read(text).isPresent(), "form.problem.partial-day");
            case Box.Person _ -> unless(question.read(text).isPresent(), "form.problem.person");
            case Box.Code _, Box.Word _ -> unless(offers(question.box(), text), "form.problem.choice");
            case Box.Place(var keepsRoll) -> placeProblem(keepsRoll, text);
        };
    }

    /**
     * Whether the answer is what was recorded before. Of fields of a file the form itself tells it, since what is unchanged
     * is not recorded again; of everything else only the entry does.
     */
    static boolean wasThere(Question<?> question, Typed typed, Typed recorded) {
        var text = typed.of(question);
        var before = FileQuestions.field(question).isPresent() ? typed.before(question) : recorded.of(question);
        return text.equals(before) && question.read(text).isPresent();
    }

    private Optional<String> placeProblem(boolean keepsRoll, String text) {
        var id = id(text);
        if (id.isPresent() || !PlaceSearch.isNeeded(scope, on)) {
            return unless(
                    id.flatMap(one -> scope.find(one, on))
                            .filter(mayBe(keepsRoll))
                            .isPresent(),
                    "form.problem.place");
        }
        if (text.equals(FormPage.Field.SEARCH_AGAIN)) {
            return Optional.of(texts.of("form.problem.place-again"));
        }
        var searched = searched(keepsRoll, text);
        if (searched.found().isEmpty()) {
            return Optional.of(texts.of("form.problem.place-unknown", text));
        }
        return Optional.of(texts.of(
                searched.more() ? "form.problem.places-many" : "form.problem.places",
                text,
                searched.found().size()));
    }

    private boolean offers(Box box, String value) {
        return choices(box, value).stream().anyMatch(choice -> Objects.equals(choice.value(), value));
    }

    private Optional<String> tooLong(String text, int max) {
        return text.length() <= max ? Optional.empty() : Optional.of(texts.of("form.problem.long", max));
    }

    private Optional<String> unless(boolean holds, String key) {
        return holds ? Optional.empty() : Optional.of(texts.of(key));
    }
}
