package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.review.workbook.ReviewWorkbookCheck.Outcome;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.source.Section;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** The tables beside the one of classification: which rules count on a day, who is too new, how many may be excellent. */
final class RuleCaseTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final String NONE = "none";

    @TempDir
    Path folder;

    record Named(String name, String article) {
        static Named read(Section row) {
            return new Named(row.text("case"), row.text("article"));
        }

        @Override
        public String toString() {
            return "%s (%s)".formatted(name, article);
        }
    }

    record Day(
            Named named,
            LocalDate on,
            String regime,
            String guidance,
            String memberCap,
            String organizationCap,
            String raisedCap,
            String admittedUnder,
            String organizationUnder) {}

    static List<Day> days() {
        return CaseTable.rows(
                "rules-by-day.yaml",
                "cases",
                row -> new Day(
                        Named.read(row),
                        row.date("on"),
                        row.text("regime"),
                        row.text("guidance"),
                        row.text("memberCap"),
                        row.text("organizationCap"),
                        row.text("raisedCap"),
                        row.text("admittedUnder"),
                        row.text("organizationUnder")));
    }

    @ParameterizedTest
    @MethodSource("days") // each case names its article
    void the_rules_of_a_day_are_those_in_force_on_it(Day day) {
        var regime = RULES.findRegime(day.on());

        assertThat(regime.map(RegimeOn::id).orElse(NONE)).isEqualTo(day.regime());
        assertThat(regime.flatMap(RegimeOn::guidance)
                        .map(source -> source.instrument().replaceFirst(" .*", ""))
                        .orElse(NONE))
                .isEqualTo(day.guidance());
        assertThat(value("review.cap.member-limit", day.on())).isEqualTo(day.memberCap());
        assertThat(value("review.cap.organization-limit", day.on())).isEqualTo(day.organizationCap());
        assertThat(value("review.cap.raised-limit", day.on())).isEqualTo(day.raisedCap());
        assertThat(value("review.exclusion.admitted-under", day.on())).isEqualTo(day.admittedUnder());
        assertThat(value("review.exclusion.organization-under", day.on())).isEqualTo(day.organizationUnder());
    }

    private static String value(String key, LocalDate on) {
        return RULES.on(on).findRuling(key).map(Ruling::text).orElse(NONE);
    }

    record Admission(Named named, int year, String admitted, String expect) {}

    static List<Admission> admissions() {
        return CaseTable.rows(
                "admission.yaml",
                "cases",
                row -> new Admission(Named.read(row), row.integer("year"), row.text("admitted"), row.text("expect")));
    }

    @ParameterizedTest
    @MethodSource("admissions") // each case names its article
    void who_was_admitted_too_recently_is_told_to_the_day(Admission one) throws IOException {
        var line = line(one.year(), parts(one.admitted()));

        assertThat(newness(line)).isEqualTo(one.expect());
    }

    /** As people write it: day/month/year, or what is known of it. */
    private static String parts(String iso) {
        return String.join("/", List.of(iso.split("-")).reversed());
    }

    private static String newness(MemberLine line) {
        return switch (line.classification()) {
            case Classification.NotClassified(var reason, var _, var _)
            when reason.equals("admitted-under-6-months") -> "too-recent";
            case Classification.Undecided(var missing, var _) when missing.contains("admittedTooRecently") -> "open";
            case null -> "not judged";
            case Classification.Level _,
                    Classification.NotClassified _,
                    Classification.NoLevelMatches _,
                    Classification.Undecided _ -> "classified";
        };
    }

    private MemberLine line(int year, String admitted) throws IOException {
        var sheet = Files.writeString(
                folder.resolve("sheet.csv"),
                "CHI BỘ MẪU\nNĂM %d\nTT;Họ và tên;Chi bộ;Đối tượng;Ngày vào Đảng;%% nhiệm vụ hoàn thành;Đề nghị xếp loại;Ghi chú\n1;Nguyễn Văn A;Chi bộ 1;Không giữ chức vụ;%s;100;;\n"
                        .formatted(year, admitted));
        return switch (ReviewWorkbookCheck.check(sheet, year, RULES)) {
            case Outcome.Checked(var result) -> result.members().getFirst();
            case Outcome.Refused(var reason, var sentence) -> throw new AssertionError(reason + ": " + sentence);
        };
    }

    record Founding(Named named, int year, LocalDate founded, boolean isNew) {}

    private static List<Founding> foundings() {
        return CaseTable.rows(
                "founded.yaml",
                "cases",
                row -> new Founding(
                        Named.read(row),
                        row.integer("year"),
                        row.date("founded"),
                        row.text("expect").equals("new")));
    }

    @Test // each case names its article
    void an_organisation_is_new_only_where_the_rules_of_its_year_say_so() {
        try (var world = new World()) {
            var acts = new Acts(world);
            var body = acts.found("Đảng bộ xã Mẫu", "grassroots-body", null, "2010-01-01");
            var reviews = new OrganizationReviews(
                    world.organizations,
                    new Reviewing(world).results(),
                    world.reviewDesk,
                    world.base.ledger,
                    World.RULEBOOK);

            assertThat(foundings()).allSatisfy(one -> {
                var cell = acts.found(
                        "Chi bộ " + one.named().name(),
                        "cell",
                        body,
                        one.founded().toString());
                assertThat(isNew(reviews, cell, one.year())).as(one.toString()).isEqualTo(one.isNew());
            });
        }
    }

    private static boolean isNew(OrganizationReviews reviews, OrganizationId cell, int year) {
        var judged = OrganizationReviews.judge(reviews.find(cell, year).orElseThrow(), java.util.Map.of());
        return judged.classification() instanceof Classification.NotClassified because
                && because.reason().equals("new-organization");
    }

    record Group(int size, int literal20, int both20, int literal25, int both25) {}

    static List<Group> groups() {
        return CaseTable.rows(
                "caps.yaml",
                "groups",
                row -> new Group(
                        row.integer("group"),
                        row.integer("literal20"),
                        row.integer("both20"),
                        row.integer("literal25"),
                        row.integer("both25")));
    }

    @ParameterizedTest
    @MethodSource("groups") // 366-QĐ/TW Điều 11 khoản 1 (1.5)
    void of_a_group_so_many_may_stand_on_the_top_level(Group group) {
        var on = RULES.on(LocalDate.of(2025, 12, 31));
        var limit = on.findRuling("review.cap.member-limit").orElseThrow();
        var raised = on.findRuling("review.cap.raised-limit").orElseThrow();

        assertThat(most(group.size(), limit, cap -> !cap.isExceeded())).isEqualTo(group.literal20());
        assertThat(most(group.size(), limit, cap -> !cap.isExceededOfBoth())).isEqualTo(group.both20());
        assertThat(most(group.size(), raised, cap -> !cap.isExceeded())).isEqualTo(group.literal25());
        assertThat(most(group.size(), raised, cap -> !cap.isExceededOfBoth())).isEqualTo(group.both25());
        assertThat(Cap.allowed(limit.number(), group.size())).isEqualTo(group.literal20());
        assertThat(Cap.allowed(raised.number(), group.size())).isEqualTo(group.literal25());
        assertThat(group.both20())
                .as("25 % of the second level is 20 % of both")
                .isEqualTo(Cap.allowed(raised.number(), group.size()));
    }

    /** The greatest number that passes; every smaller one must pass too. */
    private static int most(int size, Ruling limit, Predicate<Cap> holds) {
        var passing = IntStream.rangeClosed(0, size)
                .takeWhile(top -> holds.test(new Cap("HTXS", "HTT", top, size - top, limit, null)))
                .toArray();
        return passing[passing.length - 1];
    }

    record PublishedCap(
            Named named,
            int year,
            String kind,
            int top,
            int base,
            BigDecimal ofBase,
            BigDecimal ofBoth,
            boolean exceeded,
            boolean exceededOfBoth,
            @Nullable Boolean exceededAtRaised) {}

    static Stream<PublishedCap> publishedCaps() {
        return CaseTable.rows(
                "published-caps.yaml",
                "cases",
                row -> new PublishedCap(
                        Named.read(row),
                        row.integer("year"),
                        row.text("kind"),
                        row.integer("top"),
                        row.integer("base"),
                        row.optionalDecimal("ofBase").orElseThrow(),
                        row.optionalDecimal("ofBoth").orElseThrow(),
                        row.flag("exceeded"),
                        row.flag("exceededOfBoth"),
                        row.has("exceededAtRaised") ? (Boolean) row.flag("exceededAtRaised") : null))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("publishedCaps") // each case names its article
    void published_results_are_held_against_the_limit_of_their_year(PublishedCap one) {
        var on = LocalDate.of(one.year(), 12, 31);
        var rule = RULES.findRegime(on).orElseThrow().cap(one.kind()).orElseThrow();

        var cap = Cap.of(rule, RULES.on(on), one.top(), one.base()).orElseThrow();

        assertThat(cap.ratio()).contains(one.ofBase());
        assertThat(cap.ratioOfBoth()).contains(one.ofBoth());
        assertThat(cap.isExceeded()).isEqualTo(one.exceeded());
        assertThat(cap.isExceededOfBoth()).isEqualTo(one.exceededOfBoth());
        assertThat(cap.isExceededAtRaised().orElse(null)).isEqualTo(one.exceededAtRaised());
    }
}
