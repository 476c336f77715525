package vn.nentang.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.ContentDigest;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewResults.MemberResult;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * Takes over a checked review workbook: finds each member on the rolls at the end of the year and records what the
 * competent level decides. Where it says nothing, that is the level the facts allow.
 */
@Component
public final class ReviewRecording {

    private static final String MEMBER = "member";

    private final ReviewDesk desk;
    private final Rosters rosters;
    private final Organizations organizations;
    private final ReviewResults results;

    public ReviewRecording(ReviewDesk desk, Rosters rosters, Organizations organizations, ReviewResults results) {
        this.desk = desk;
        this.rosters = rosters;
        this.organizations = organizations;
        this.results = results;
    }

    /**
     * What the competent body chose for one line.
     *
     * @param outcome code of a level, or of a reason why there is none
     * @param because needed wherever this is not what the facts allow
     */
    public record Choice(String outcome, @Nullable String because) {}

    /**
     * A line of the workbook and the member it speaks of.
     *
     * @param member null where nobody, or more than one, fits
     * @param why nobody was found; null when somebody was
     */
    public record Matched(
            MemberLine line,
            @Nullable RosterLine member,
            @Nullable Refusal why) {}

    /** A decision that raises the cap of the top level, recorded along with the levels. */
    public record Raise(String because, Paper paper) {}

    /**
     * What is asked for.
     *
     * @param under the organisation whose members the workbook lists
     * @param choices by key of the line ({@link ReviewSheetResult#key}), where the competent level decides otherwise or
     *     the text leaves a gap
     * @param leaveOut whether lines without a member are left out instead of stopping the whole
     * @param again why those are decided again who have a decision for the year; null where nobody is to be
     * @param raise null where the limit is not raised by this request
     */
    public record Wanted(
            ReviewSheetResult result,
            OrganizationId under,
            Map<String, Choice> choices,
            boolean leaveOut,
            @Nullable String again,
            LocalDate decidedOn,
            Paper paper,
            @Nullable Raise raise) {

        public Wanted {
            choices = Map.copyOf(choices);
        }

        /** All lines as the facts allow. */
        public static Wanted asAllowed(ReviewSheetResult result, OrganizationId under, LocalDate on, Paper paper) {
            return new Wanted(result, under, Map.of(), false, null, on, paper, null);
        }

        public Wanted with(Map<String, Choice> chosen) {
            return new Wanted(result, under, chosen, leaveOut, again, decidedOn, paper, raise);
        }
    }

    /**
     * A request as it is remembered: everything that changes what is recorded, so that another one under the same command
     * is noticed.
     *
     * @param file SHA-256 of the workbook, as it was sent
     */
    public record Request(
            String file,
            int year,
            OrganizationId under,
            SortedMap<String, Choice> choices,
            boolean leaveOut,
            @Nullable String again,
            LocalDate decidedOn,
            Paper paper,
            @Nullable Raise raise) {

        public static Request of(Path file, Wanted wanted) throws IOException {
            return new Request(
                    ContentDigest.of(file),
                    wanted.result().year(),
                    wanted.under(),
                    new TreeMap<>(wanted.choices()),
                    wanted.leaveOut(),
                    wanted.again(),
                    wanted.decidedOn(),
                    wanted.paper(),
                    wanted.raise());
        }
    }

    /**
     * What would be recorded of one line.
     *
     * @param before the decision that stands for this member and year; null where there is none
     * @param outcome null while the competent level has to decide
     * @param against reasons why the line cannot be recorded
     */
    public record Planned(
            Matched matched,
            @Nullable MemberResult before,
            ReviewEvent.@Nullable Outcome outcome,
            List<Refusal> against) {
        public Planned {
            against = List.copyOf(against);
        }

        /** Whether anything is recorded of this line. */
        public boolean isRecorded() {
            return matched.member() != null && outcome != null;
        }
    }

    /** Finds each line's member. No member is found by two lines. */
    public List<Matched> match(ReviewSheetResult result, OrganizationId under) {
        var lastDay = result.regime().date();
        var subtree = organizations.treeOn(lastDay).subtree(under);
        var people = rosters.of(ids(subtree), lastDay);
        return new LineMatching(result, people, subtree).matches();
    }

    private static List<OrganizationId> ids(List<Organization> all) {
        return all.stream().map(Organization::id).toList();
    }

    /** Every line, in the order of the workbook. Nothing is recorded. */
    public List<Planned> plan(Wanted wanted) {
        var result = wanted.result();
        var subtree = organizations.treeOn(result.regime().date()).subtree(wanted.under());
        var before = results.members(result.year(), ids(subtree)).stream()
                .filter(known -> known.entry() != null)
                .collect(Collectors.toMap(MemberResult::person, known -> known));
        return match(result, wanted.under()).stream()
                .map(matched -> planned(matched, wanted, before))
                .toList();
    }

    private static Planned planned(Matched matched, Wanted wanted, Map<PersonId, MemberResult> before) {
        var line = matched.line();
        if (matched.why() != null || matched.member() == null) {
            var why = Optional.ofNullable(matched.why());
            return new Planned(
                    matched,
                    null,
                    null,
                    wanted.leaveOut() ? List.of() : why.stream().toList());
        }
        var known = before.get(matched.member().person());
        var choice = wanted.choices().get(wanted.result().key(line));
        var outcome = outcome(wanted, line, choice, known != null).orElse(null);
        return new Planned(matched, known, outcome, against(wanted, line, choice, outcome));
    }

    /** A level that is not simply the one the facts allow is the competent level's own, and it says why. */
    private static List<Refusal> against(
            Wanted wanted, MemberLine line, @Nullable Choice choice, ReviewEvent.@Nullable Outcome outcome) {
        if (outcome == null) {
            return List.of(about("line-needs-a-decision", wanted.result(), line));
        }
        var isOwn = choice != null && !choice.outcome().equals(computed(line).orElse(null));
        return isOwn && outcome.because() == null
                ? List.of(about("line-decided-without-reason", wanted.result(), line))
                : List.of();
    }

    /** The code the facts lead to: a level, or the reason why there is none. */
    public static Optional<String> computed(MemberLine line) {
        return switch (line.classification()) {
            case Classification.Level(var code, var _, var _) -> Optional.of(code);
            case Classification.NotClassified(var reason, var _, var _) -> Optional.of(reason);
            case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Refusal about(String code, ReviewSheetResult result, MemberLine line) {
        return new Refusal(
                code,
                Map.of("row", result.key(line), "name", line.fullName()),
                result.regime().regime().source());
    }

    private static Optional<ReviewEvent.Outcome> outcome(
            Wanted wanted, MemberLine line, @Nullable Choice choice, boolean isDecided) {
        var regime = wanted.result().regime();
        var code = choice == null ? computed(line) : Optional.of(choice.outcome());
        var because = Stream.of(choice == null ? null : choice.because(), isDecided ? wanted.again() : null)
                .filter(reason -> reason != null && !reason.isBlank())
                .findFirst()
                .orElse(null);
        var allowed = line.classification() instanceof Classification.Level level ? level.code() : null;
        return code.map(chosen -> isReason(chosen, wanted.result())
                ? new ReviewEvent.Outcome(regime.id(), null, chosen, allowed, because, facts(line))
                : new ReviewEvent.Outcome(regime.id(), chosen, null, allowed, because, facts(line)));
    }

    private static boolean isReason(String code, ReviewSheetResult result) {
        return reasons(result).contains(code);
    }

    /** The codes of all reasons why a member may be left without a level in that year. */
    public static Set<String> reasons(ReviewSheetResult result) {
        return ReviewRules.reasons(result.regime(), MEMBER, result.rules());
    }

    /**
     * The top level against its cap as it would be recorded: for all lines together (group empty), then for each group.
     *
     * @param raised whether a decision raises the limit
     */
    public static List<GroupCap> caps(ReviewSheetResult result, List<Planned> plan, boolean raised) {
        var caps = new ArrayList<GroupCap>();
        result.findCapRule().ifPresent(rule -> {
            var counted = plan.stream().filter(Planned::isRecorded).toList();
            cap(result, rule, counted).ifPresent(cap -> caps.add(new GroupCap("", cap, new CapTerms(raised, false))));
            var groups = new LinkedHashMap<String, List<Planned>>();
            counted.forEach(planned -> Optional.ofNullable(
                            planned.matched().line().kind())
                    .ifPresent(kind ->
                            groups.computeIfAbsent(kind, _ -> new ArrayList<>()).add(planned)));
            new TreeMap<>(groups)
                    .forEach((group, lines) -> cap(result, rule, lines)
                            .ifPresent(cap -> caps.add(new GroupCap(group, cap, new CapTerms(raised, false)))));
        });
        return caps;
    }

    private static Optional<Cap> cap(ReviewSheetResult result, ReviewRegime.Cap rule, List<Planned> lines) {
        return Cap.of(rule, result.rules(), at(rule.top(), lines), at(rule.base(), lines));
    }

    private static int at(String level, List<Planned> lines) {
        return (int) lines.stream()
                .flatMap(planned -> Stream.ofNullable(planned.outcome()))
                .filter(outcome -> level.equals(outcome.level()))
                .count();
    }

    /** Records the whole workbook, all or none, and with it the decision that raises the cap. */
    public Answer record(Command command, Wanted wanted) {
        var plan = plan(wanted);
        var refusals = refusals(wanted, plan);
        if (!refusals.isEmpty()) {
            return desk.refuse(command, refusals);
        }
        var decisions = new ArrayList<Decided>();
        Optional.ofNullable(wanted.raise()).flatMap(r -> raised(wanted, r)).ifPresent(decisions::add);
        plan.stream().flatMap(p -> decided(p, wanted).stream()).forEach(decisions::add);
        return distinct(desk.recordAll(command, decisions));
    }

    private static List<Refusal> refusals(Wanted wanted, List<Planned> plan) {
        var refusals = new ArrayList<Refusal>();
        unknownKeys(wanted).forEach(key -> refusals.add(Refusal.of("line-unknown", Map.of("row", key))));
        plan.forEach(planned -> refusals.addAll(planned.against()));
        if (refusals.isEmpty() && plan.stream().noneMatch(Planned::isRecorded)) {
            refusals.add(Refusal.of("no-line-to-record", Map.of("lines", String.valueOf(plan.size()))));
        }
        return refusals;
    }

    /** Keys of choices that name no line of the workbook. */
    private static Set<String> unknownKeys(Wanted wanted) {
        var unknown = new TreeSet<>(wanted.choices().keySet());
        wanted.result().members().forEach(line -> unknown.remove(wanted.result().key(line)));
        return unknown;
    }

    private static Optional<Decided> decided(Planned planned, Wanted wanted) {
        var member = planned.matched().member();
        var outcome = planned.outcome();
        if (member == null || outcome == null) {
            return Optional.empty();
        }
        var event = new ReviewEvent.MemberClassified(
                member.person(),
                wanted.result().year(),
                member.cell(),
                planned.matched().line().kind(),
                outcome);
        return Optional.of(new Decided(event, wanted.decidedOn(), wanted.paper()));
    }

    private static Optional<Decided> raised(Wanted wanted, Raise raise) {
        var limit = wanted.result()
                .findCapRule()
                .flatMap(rule -> Optional.ofNullable(rule.raised()))
                .flatMap(key -> wanted.result().rules().findRuling(key));
        return limit.map(ruling -> new Decided(
                new ReviewEvent.CapRaised(wanted.under(), wanted.result().year(), ruling.number(), raise.because()),
                wanted.decidedOn(),
                raise.paper()));
    }

    /** Many lines may be refused for one reason; it is said once. */
    private static Answer distinct(Answer answer) {
        return answer instanceof Answer.Refused(var reasons)
                ? new Answer.Refused(reasons.stream().distinct().toList())
                : answer;
    }

    /** The facts that the conditions looked at, each once. */
    private static List<ReviewEvent.JudgedFact> facts(MemberLine line) {
        return Optional.ofNullable(line.classification()).map(JudgedFacts::of).orElse(List.of());
    }
}
