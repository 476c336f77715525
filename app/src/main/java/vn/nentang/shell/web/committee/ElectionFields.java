package vn.nentang.shell.web.committee;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.Election;
import vn.nentang.committee.ElectionCount;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.act.FormPage;

/** The form of an election as it was typed, what is wrong with it, and the election it tells when nothing is. */
final class ElectionFields {

    private static final int ROWS_FIRST = 4;
    private static final int ROWS_MORE = 3;
    private static final int DAY_CHARS = 10;
    private static final int NUMBER_CHARS = 5;
    private static final int NAME_CHARS = 100;
    private static final int TEXT_CHARS = 200;
    private static final int BOARD_CHARS = 1_000;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final CommitteePeople.Known people;
    private final Rulebook rulebook;
    private final Texts texts;
    private final LocalDate usualDay;

    ElectionFields(
            Map<String, String> sent,
            CommitteePeople.Known people,
            Rulebook rulebook,
            Texts texts,
            LocalDate usualDay) {
        sent.forEach((name, value) -> typed.put(name, tidy(value)));
        this.people = people;
        this.rulebook = rulebook;
        this.texts = texts;
        this.usualDay = usualDay;
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    private String of(String name) {
        return typed.getOrDefault(name, "");
    }

    boolean isSound() {
        return problems.isEmpty();
    }

    int rows() {
        return whole("rows")
                .filter(n -> n >= 1)
                .map(n -> Math.min(n, ElectionCount.CANDIDATES_MAX))
                .orElse(ROWS_FIRST);
    }

    void addRows() {
        typed.put("rows", String.valueOf(Math.min(rows() + ROWS_MORE, ElectionCount.CANDIDATES_MAX)));
    }

    private Optional<Integer> whole(String name) {
        try {
            return Optional.of(Integer.valueOf(of(name)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void refuse(String name, String key, Object... values) {
        problems.putIfAbsent(name, texts.of(key, values));
    }

    /** The day of the election; today's page's day while it is not readable. */
    LocalDate day() {
        return AsOf.day(of("day")).orElse(usualDay);
    }

    /** Reads everything and notes what is wrong. */
    Optional<Election> read() {
        if (AsOf.day(of("day")).isEmpty()) {
            refuse("day", "form.problem.day");
        }
        var held = new Election(
                word("body", "election-body"),
                word("meeting", "election-meeting"),
                number("seats", true),
                new Election.Attendance(
                        number("summoned", true),
                        number("present", true),
                        number("temporary", false),
                        number("exempt", false),
                        number("suspended", false),
                        number("excused", false)),
                new Election.Ballots(
                        number("issued", true),
                        number("returned", true),
                        number("valid", true),
                        number("invalid", false)),
                candidates(),
                line("place"),
                of("board").lines().map(String::strip).filter(l -> !l.isEmpty()).toList(),
                line("chair"));
        limit("board", BOARD_CHARS);
        paper();
        return isSound() ? Optional.of(held) : Optional.empty();
    }

    private String word(String name, String list) {
        if (rulebook.codeList(list).find(of(name), day()).isEmpty()) {
            refuse(name, "form.problem.choice");
        }
        return of(name);
    }

    private int number(String name, boolean needed) {
        if (of(name).isEmpty() && !needed) {
            return 0;
        }
        var number = whole(name).filter(n -> n >= 0 && n <= ElectionCount.VOTERS_MAX);
        if (number.isEmpty()) {
            refuse(name, of(name).isEmpty() ? "form.problem.missing" : "form.problem.number");
        }
        return number.orElse(0);
    }

    private @Nullable String line(String name) {
        limit(name, TEXT_CHARS);
        return of(name).isEmpty() ? null : of(name);
    }

    private void limit(String name, int max) {
        if (of(name).length() > max) {
            refuse(name, "form.problem.long", max);
        }
    }

    /** A row without a person is no candidate. */
    private List<Election.Candidate> candidates() {
        var candidates = new ArrayList<Election.Candidate>();
        for (int i = 1; i <= rows(); i++) {
            var row = i;
            if (!of("person-" + i).isEmpty()) {
                person(row).ifPresent(person -> candidates.add(candidate(row, person)));
            }
        }
        if (candidates.isEmpty()) {
            refuse("person-1", "form.problem.missing");
        }
        return candidates;
    }

    private Optional<PersonId> person(int row) {
        var found = people.find(of("person-" + row));
        if (found.isEmpty()) {
            refuse("person-" + row, "form.problem.person");
        }
        return found;
    }

    /** Ballots against that were not typed are all valid ones that are neither for nor void. */
    private Election.Candidate candidate(int row, PersonId person) {
        var agree = number("agree-" + row, true);
        var voided = number("voided-" + row, false);
        var rest = Math.max(0, whole("valid").orElse(0) - agree - voided);
        return new Election.Candidate(
                person,
                of("source-" + row).isEmpty() ? "convener" : word("source-" + row, "candidate-source"),
                of("agreed-" + row).isEmpty() ? null : number("agreed-" + row, true),
                agree,
                of("disagree-" + row).isEmpty() ? rest : number("disagree-" + row, true),
                voided);
    }

    Paper paper() {
        var date = AsOf.day(of("paper-date"));
        if (!of("paper-date").isEmpty() && date.isEmpty()) {
            refuse("paper-date", "form.problem.day");
        }
        return new Paper(line("paper-number"), date.orElse(null), line("paper-issuer"), line("paper-signer"));
    }

    List<FormPage.Field> general() {
        return List.of(
                field("day", "date", DAY_CHARS, false, List.of()),
                choice("body", "election-body"),
                choice("meeting", "election-meeting"),
                digits("seats", false),
                field("place", "line", TEXT_CHARS, true, List.of()));
    }

    List<FormPage.Field> attendance() {
        return List.of(
                digits("summoned", false),
                digits("present", false),
                digits("temporary", true),
                digits("exempt", true),
                digits("suspended", true),
                digits("excused", true));
    }

    List<FormPage.Field> ballots() {
        return List.of(
                digits("issued", false), digits("returned", false), digits("valid", false), digits("invalid", true));
    }

    List<List<FormPage.Field>> candidateRows() {
        var offered = people.members();
        var rows = new ArrayList<List<FormPage.Field>>();
        for (int i = 1; i <= rows(); i++) {
            rows.add(List.of(
                    field("person-" + i, offered.isEmpty() ? "line" : "choice", NAME_CHARS, true, offered),
                    field("source-" + i, "choice", 0, true, codes("candidate-source")),
                    digits("agreed-" + i, true),
                    digits("agree-" + i, true),
                    digits("disagree-" + i, true),
                    digits("voided-" + i, true)));
        }
        return rows;
    }

    List<FormPage.Field> ending() {
        return List.of(
                field("board", "text", BOARD_CHARS, true, List.of()),
                field("chair", "line", TEXT_CHARS, true, List.of()),
                field("paper-number", "line", TEXT_CHARS, true, List.of()),
                field("paper-date", "date", DAY_CHARS, true, List.of()),
                field("paper-issuer", "line", TEXT_CHARS, true, List.of()),
                field("paper-signer", "line", TEXT_CHARS, true, List.of()));
    }

    private FormPage.Field choice(String name, String list) {
        return field(name, "choice", 0, false, codes(list));
    }

    private List<FormPage.Choice> codes(String list) {
        return rulebook.codeList(list).on(day()).stream()
                .map(code -> new FormPage.Choice(code.code(), Labels.in(code.label(), texts)))
                .toList();
    }

    private FormPage.Field digits(String name, boolean optional) {
        return field(name, "line", NUMBER_CHARS, optional, List.of());
    }

    private FormPage.Field field(String name, String kind, int max, boolean optional, List<FormPage.Choice> choices) {
        var key = name.startsWith("paper-") ? "form." + name : "election.field." + name.replaceFirst("-\\d+$", "");
        return new FormPage.Field(
                name,
                texts.of(key),
                texts.has(key + ".hint") ? texts.of(key + ".hint") : "",
                kind,
                of(name),
                choices,
                max,
                optional,
                false,
                problems.getOrDefault(name, ""),
                null);
    }
}
