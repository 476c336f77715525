package vn.nentang.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/**
 * What a committee lacks or exceeds on a day. Pure. Sizes are judged by the rules of the day on which the term opened,
 * everything else by those of the day asked.
 */
final class CommitteeFindings {

    private static final String CELL_COMMITTEE_FROM = "organization.cell.committee-from";
    private static final String CELL_SEATS_MAX = "organization.cell.committee-seats-max";
    private static final String CELL_DEPUTIES_MAX = "committee.cell.deputies-max";
    private static final String STANDING_FROM = "committee.standing-from";
    private static final String STANDING_DIVISOR = "committee.standing-divisor";
    private static final String INSPECTION_HEAD = "committee.inspection-head";
    private static final String SECRETARY = "committee.secretary";
    private static final String ADDITIONS = "committee.additions";
    private static final String TERM_LENGTH = "committee.term.length";
    private static final String CELL_TERM_LENGTH = "committee.term.cell-length";
    private static final String CELL_TERM_PILOT = "committee.term.cell-length-pilot";
    private static final String TERM_SHIFT = "committee.term.shift-max";
    private static final String CAPITAL_NAMES = "committee.military-capital.names";

    /** The least and the greatest size of a body in organisations of a type. */
    private record Size(
            Body body, @Nullable String min, @Nullable String max) {}

    private static final List<Size> COMMUNE = List.of(
            new Size(Body.COMMITTEE, "committee.commune.seats-min", "committee.commune.seats-max"),
            new Size(Body.STANDING, "committee.commune.standing-min", "committee.commune.standing-max"),
            new Size(Body.DEPUTIES, null, "committee.commune.deputies-max"),
            new Size(Body.INSPECTION, "committee.commune.inspection-min", "committee.commune.inspection-max"));
    private static final List<Size> MILITARY_PROVINCE = List.of(
            new Size(Body.COMMITTEE, "committee.military-province.seats-min", "committee.military-province.seats-max"));
    private static final List<Size> MILITARY_CAPITAL = List.of(
            new Size(Body.COMMITTEE, "committee.military-capital.seats-min", "committee.military-capital.seats-max"));
    private static final List<Size> PROVINCE = List.of(
            new Size(Body.INSPECTION, "committee.province.inspection-min", "committee.province.inspection-max"));
    private static final List<Size> CELL = List.of(new Size(Body.COMMITTEE, null, CELL_SEATS_MAX));

    private final Committee committee;
    private final Organization organization;
    private final Rolls rolls;
    private final Posts posts;
    private final OrganizationKinds kinds;
    private final RulesOn today;
    private final RulesOn then;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What the rolls of the day say.
     *
     * @param fullMembers on the organisation's own roll
     * @param movedAway who keeps a post here and is on a roll outside
     */
    record Rolls(int fullMembers, List<Committees.MovedAway> movedAway) {
        Rolls {
            movedAway = List.copyOf(movedAway);
        }
    }

    private CommitteeFindings(Committee committee, Organization organization, Rolls rolls, Rulebook rulebook) {
        this.committee = committee;
        this.organization = organization;
        this.rolls = rolls;
        this.posts = new Posts(rulebook);
        this.kinds = new OrganizationKinds(rulebook, committee.on());
        this.today = rulebook.on(committee.on());
        this.then = rulebook.on(
                committee.term() == null ? committee.on() : committee.term().openedOn());
    }

    /**
     * Everything found, most serious first.
     *
     * @param endingWithinDays how many days ahead the end of a term is told
     */
    static List<Finding> of(
            Committee committee, Organization organization, Rolls rolls, int endingWithinDays, Rulebook rulebook) {
        var found = new CommitteeFindings(committee, organization, rolls, rulebook);
        found.leaders();
        found.holders();
        found.term(endingWithinDays);
        found.bodies();
        found.seats();
        found.sizes();
        return List.copyOf(found.findings);
    }

    private boolean isCell() {
        return kinds.isCell(organization.type());
    }

    private void leaders() {
        if (!committee.hasHolder(Posts.SECRETARY)) {
            add(Finding.Kind.SECRETARY_MISSING, null, Map.of(), SECRETARY, today);
        }
        if (kinds.isInspected(organization.type()) && !committee.hasHolder(Posts.INSPECTION_HEAD)) {
            add(Finding.Kind.INSPECTION_HEAD_MISSING, null, Map.of(), INSPECTION_HEAD, today);
        }
    }

    /** No article is known that says it of every post: a check of our own, and its sentence says so. */
    private void holders() {
        for (var moved : rolls.movedAway()) {
            var facts = Map.of("name", moved.fullName(), "since", moved.since().toString());
            findings.add(new Finding(Finding.Kind.HOLDER_MOVED_AWAY, null, facts, null));
        }
    }

    private String lengthKey() {
        return kinds.hasShortTerm(organization.type()) ? CELL_TERM_LENGTH : TERM_LENGTH;
    }

    private void term(int endingWithinDays) {
        var term = committee.term();
        if (term == null) {
            add(Finding.Kind.TERM_MISSING, null, Map.of(), lengthKey(), today);
            return;
        }
        var facts = Map.of("name", term.name(), "ends", term.endsOn().toString());
        if (term.isOver(committee.on())) {
            add(Finding.Kind.TERM_OVER, null, facts, lengthKey(), today);
        } else if (term.isOver(committee.on().plusDays(endingWithinDays))) {
            add(Finding.Kind.TERM_ENDING, null, facts, lengthKey(), today);
        }
        if (term.endsOn().isAfter(latestEnd(term.openedOn()))) {
            add(Finding.Kind.TERM_LONG, null, facts, TERM_SHIFT, today);
        }
    }

    /** By the longest length that may apply, and the margin that consent may give. */
    private LocalDate latestEnd(LocalDate openedOn) {
        var keys = kinds.hasShortTerm(organization.type())
                ? List.of(CELL_TERM_LENGTH, CELL_TERM_PILOT)
                : List.of(TERM_LENGTH);
        var shift = then.findRuling(TERM_SHIFT);
        return keys.stream()
                .flatMap(key -> then.findRuling(key).stream())
                .map(length -> openedOn.plus(length.period()))
                .max(LocalDate::compareTo)
                .map(end -> shift.map(s -> end.plus(s.period())).orElse(end))
                .orElse(LocalDate.MAX);
    }

    private void bodies() {
        if (isCell()) {
            atLeast(CELL_COMMITTEE_FROM, rolls.fullMembers())
                    .filter(_ -> !committee.hasHolder("committee-member"))
                    .ifPresent(r -> add(Finding.Kind.COMMITTEE_MISSING, null, reached(r, rolls.fullMembers()), r));
            return;
        }
        var members = filled(Body.COMMITTEE);
        if (kinds.isGrassroots(organization.type())) {
            atLeast(STANDING_FROM, members)
                    .filter(_ -> !committee.hasHolder("standing-member"))
                    .ifPresent(r -> add(Finding.Kind.STANDING_MISSING, null, reached(r, members), r));
        }
    }

    private Optional<Ruling> atLeast(String key, int number) {
        return today.findRuling(key).filter(r -> number >= r.wholeNumber());
    }

    private static Map<String, String> reached(Ruling from, int number) {
        return Map.of("number", String.valueOf(number), "from", from.text());
    }

    private int filled(Body body) {
        return (int) committee.filled(posts.filling(body));
    }

    private void seats() {
        for (var body : Body.values()) {
            var fixed = committee.seats(body);
            if (fixed.isPresent() && filled(body) < fixed.get()) {
                var facts = Map.of("number", String.valueOf(filled(body)), "fixed", String.valueOf(fixed.get()));
                add(Finding.Kind.SHORT, body, facts, ADDITIONS, today);
            }
        }
    }

    private void sizes() {
        sizesOf(organization).forEach(this::size);
        if (isCell() && atLeast(CELL_COMMITTEE_FROM, rolls.fullMembers()).isEmpty()) {
            above(Body.DEPUTIES, CELL_DEPUTIES_MAX);
        }
        standingShare();
    }

    private List<Size> sizesOf(Organization of) {
        if (isCell()) {
            return CELL;
        }
        return switch (of.type()) {
            case "commune" -> COMMUNE;
            case "military-province" -> isCapital(of) ? MILITARY_CAPITAL : MILITARY_PROVINCE;
            case "province" -> PROVINCE;
            default -> List.of(); // For other types no size is known.
        };
    }

    private boolean isCapital(Organization of) {
        var name = VietnameseText.folded(of.name());
        return then.findRuling(CAPITAL_NAMES).stream()
                .flatMap(r -> Arrays.stream(r.text().split(";")))
                .anyMatch(capital -> name.contains(VietnameseText.folded(capital)));
    }

    private void size(Size size) {
        if (filled(size.body()) > 0) {
            below(size.body(), size.min());
            above(size.body(), size.max());
        }
    }

    private void below(Body body, @Nullable String key) {
        Stream.ofNullable(key)
                .flatMap(k -> then.findRuling(k).stream())
                .filter(r -> filled(body) < r.wholeNumber())
                .forEach(r -> add(Finding.Kind.SMALL, body, limit(body, r), r));
    }

    private void above(Body body, @Nullable String key) {
        Stream.ofNullable(key)
                .flatMap(k -> then.findRuling(k).stream())
                .filter(r -> filled(body) > r.wholeNumber())
                .forEach(r -> add(Finding.Kind.LARGE, body, limit(body, r), r));
    }

    private Map<String, String> limit(Body body, Ruling ruling) {
        return Map.of("number", String.valueOf(filled(body)), "limit", ruling.text());
    }

    private void standingShare() {
        var standing = filled(Body.STANDING);
        var members = filled(Body.COMMITTEE);
        if (!isCell() && committee.hasHolder("standing-member")) {
            then.findRuling(STANDING_DIVISOR)
                    .filter(r -> standing * r.wholeNumber() > members)
                    .ifPresent(r -> add(
                            Finding.Kind.STANDING_SHARE,
                            null,
                            Map.of(
                                    "number", String.valueOf(standing),
                                    "committee", String.valueOf(members),
                                    "divisor", r.text()),
                            r));
        }
    }

    private void add(Finding.Kind kind, @Nullable Body body, Map<String, String> facts, String key, RulesOn rules) {
        findings.add(new Finding(kind, body, facts, source(key, rules)));
    }

    private void add(Finding.Kind kind, @Nullable Body body, Map<String, String> facts, Ruling ruling) {
        findings.add(new Finding(kind, body, facts, Objects.requireNonNull(ruling.source())));
    }

    private static @Nullable Citation source(String key, RulesOn rules) {
        return rules.findRuling(key).map(Ruling::source).orElse(null);
    }
}
