package vn.nentang.committee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.ElectionCount.BaseLine;
import vn.nentang.committee.ElectionCount.Caution;
import vn.nentang.committee.ElectionCount.Fate;
import vn.nentang.committee.ElectionCount.Notice;
import vn.nentang.committee.ElectionCount.Outcome;
import vn.nentang.committee.ElectionCount.Who;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;

/** Counts one election by the rules of its day, and notes all that does not add up. Serves once. */
final class CountingBoard {

    private static final String WIN_SHARE = "election.win-share";
    private static final String MOST_VOTES = "election.most-votes";
    private static final String SURPLUS_MAX = "election.surplus-max";
    private static final String SURPLUS_LEAST = "election.surplus-least";
    private static final String SURPLUS_NEEDED = "election.surplus-needed";
    private static final String OUTSIDER_AGREEMENT = "election.outsider-agreement";
    private static final String LINE_VOID = "election.line-void";
    private static final String BALLOTS = "election.ballots";
    private static final String VOTING_BASE = "election.voting-base";

    private static final String BODIES = "election-body";
    private static final String MEETINGS = "election-meeting";
    private static final String SOURCES = "candidate-source";
    private static final String CONVENER = "convener";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Election held;
    private final RulesOn rules;
    private final List<Refusal> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    CountingBoard(Election held, RulesOn rules) {
        this.held = held;
        this.rules = rules;
    }

    /** The kinds of meetings, by who counts at them. */
    enum Meeting {
        MEMBERS_CONGRESS,
        DELEGATES_CONGRESS,
        COMMITTEE_MEETING,
        CELL_MEETING;

        static Optional<Meeting> find(String code) {
            return Arrays.stream(values())
                    .filter(m ->
                            m.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                    .findFirst();
        }

        /** Official members taking part elsewhere, exempt ones who stayed away, suspended ones: not at a closed body. */
        boolean leavesOutAbsentStandings() {
            return switch (this) {
                case MEMBERS_CONGRESS, CELL_MEETING -> true;
                case DELEGATES_CONGRESS, COMMITTEE_MEETING -> false;
            };
        }

        /** Those absent throughout with an accepted reason are left out at a congress only. */
        boolean leavesOutExcused() {
            return switch (this) {
                case MEMBERS_CONGRESS, DELEGATES_CONGRESS -> true;
                case COMMITTEE_MEETING, CELL_MEETING -> false;
            };
        }
    }

    ElectionCount count() {
        var share = rules.findRuling(WIN_SHARE);
        if (share.isEmpty()) {
            return new ElectionCount(List.of(), 0, 0, List.of(), 0, List.of(beforeTheFirstRule()), List.of());
        }
        var base = base();
        var total = base.isEmpty() ? 0 : base.getLast().number();
        var needed = needed(total, share.get());
        check(total, needed);
        var outcomes = outcomes(needed, share.get());
        var elected = outcomes.stream().filter(o -> o.fate() == Fate.ELECTED).count();
        return new ElectionCount(
                base, needed, surplusMax(), outcomes, Math.max(0, held.seats() - (int) elected), problems, notices);
    }

    /** Names the paper in force, where one is known, though its numbers are not. */
    private Refusal beforeTheFirstRule() {
        var first = rules.rulebook().parameter(WIN_SHARE).values().byStart().firstEntry();
        var facts =
                Map.of("on", rules.date().toString(), "first", first.getKey().toString());
        return new Refusal(
                "election-rules-unknown", facts, replacedBy(first.getValue().source()));
    }

    private @Nullable Citation replacedBy(Citation first) {
        var rulebook = rules.rulebook();
        return rulebook.findInstrument(first.instrument()).stream()
                .flatMap(paper -> paper.replaces().stream())
                .flatMap(key -> rulebook.findInstrument(key).stream())
                .filter(paper -> paper.holdsOn(rules.date()))
                .findFirst()
                .map(paper -> new Citation(paper.key(), "", paper.mark()))
                .orElse(null);
    }

    private List<BaseLine> base() {
        var meeting = Meeting.find(held.meeting());
        if (meeting.isEmpty()) {
            return List.of();
        }
        var at = held.attendance();
        var standings = meeting.get().leavesOutAbsentStandings();
        var lines = new ArrayList<>(List.of(
                line(Who.SUMMONED, at.summoned(), true),
                line(Who.TEMPORARY_ELSEWHERE, at.temporaryElsewhere(), standings),
                line(Who.EXEMPT_ABSENT, at.exemptAbsent(), standings),
                line(Who.SUSPENDED, at.suspended(), standings),
                line(
                        Who.ABSENT_WITH_REASON,
                        at.absentWithReason(),
                        meeting.get().leavesOutExcused())));
        var left = lines.stream()
                .skip(1)
                .filter(BaseLine::counts)
                .mapToInt(BaseLine::number)
                .sum();
        lines.add(line(Who.TOTAL, at.summoned() - left, true));
        return lines;
    }

    private BaseLine line(Who who, int number, boolean counts) {
        return new BaseLine(who, number, counts, source(VOTING_BASE));
    }

    /** More than the share: of 20 eleven, of 21 eleven. */
    private static int needed(int total, Ruling share) {
        return share.number()
                        .multiply(BigDecimal.valueOf(total))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact()
                + 1;
    }

    /** Thirty in a hundred of the seats, and where that is less than one, one. */
    private int surplusMax() {
        var share = rules.ruling(SURPLUS_MAX).number();
        var most = share.multiply(BigDecimal.valueOf(held.seats()))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .intValueExact();
        return Math.max(most, rules.ruling(SURPLUS_LEAST).wholeNumber());
    }

    private void check(int total, int needed) {
        checkWords();
        checkAttendance(total, needed);
        checkList();
        checkBallots(total);
        held.candidates().forEach(this::checkLine);
        checkVotesTogether();
    }

    private void checkWords() {
        checkCode(BODIES, held.body());
        checkCode(MEETINGS, held.meeting());
        held.candidates().stream()
                .map(Election.Candidate::source)
                .distinct()
                .forEach(source -> checkCode(SOURCES, source));
    }

    private void checkCode(String list, String value) {
        if (rules.rulebook().codeList(list).find(value, rules.date()).isEmpty()) {
            refuse("value-not-in-list", null, Map.of("list", list, "given", value));
        }
    }

    private void checkAttendance(int total, int needed) {
        var at = held.attendance();
        var parts = List.of(at.temporaryElsewhere(), at.exemptAbsent(), at.suspended(), at.absentWithReason());
        var away = parts.stream().mapToInt(n -> n).sum();
        var isCount = Stream.concat(Stream.of(at.summoned(), at.present()), parts.stream())
                .allMatch(n -> n >= 0 && n <= ElectionCount.VOTERS_MAX);
        if (!isCount || at.summoned() < 1 || at.present() + away > at.summoned()) {
            refuse(
                    "attendance-does-not-add-up",
                    VOTING_BASE,
                    Map.of(
                            "summoned", String.valueOf(at.summoned()),
                            "present", String.valueOf(at.present()),
                            "away", String.valueOf(away)));
        } else if (at.present() < needed) {
            notice(Caution.FEW_PRESENT, WIN_SHARE, Map.of("present", at.present(), "total", total, "needed", needed));
        }
    }

    private void checkList() {
        var number = held.candidates().size();
        if (held.seats() < 1 || number < 1 || number > ElectionCount.CANDIDATES_MAX || held.seats() > number) {
            refuse(
                    "election-list-and-seats",
                    null,
                    Map.of("seats", String.valueOf(held.seats()), "candidates", String.valueOf(number)));
        }
        var persons = new HashSet<PersonId>();
        if (!held.candidates().stream().allMatch(c -> persons.add(c.person()))) {
            refuse("candidate-twice", null, Map.of());
        }
        checkSurplus();
        held.candidates().forEach(this::checkAgreement);
    }

    private void checkSurplus() {
        var most = surplusMax();
        if (held.seats() > 0 && held.surplus() > most) {
            refuse(
                    "surplus-too-large",
                    SURPLUS_MAX,
                    Map.of(
                            "surplus", String.valueOf(held.surplus()),
                            "seats", String.valueOf(held.seats()),
                            "most", String.valueOf(most),
                            "percent", rules.ruling(SURPLUS_MAX).text()));
        } else if (held.surplus() > 0 && isAboveShare()) {
            notice(Caution.SURPLUS_BY_ONE, SURPLUS_LEAST, Map.of("seats", held.seats()));
        } else if (held.surplus() == 0 && needsSurplus()) {
            notice(Caution.SURPLUS_MISSING, SURPLUS_NEEDED, Map.of());
        }
    }

    private boolean isAboveShare() {
        var surplus = HUNDRED.multiply(BigDecimal.valueOf(held.surplus()));
        return surplus.compareTo(rules.ruling(SURPLUS_MAX).number().multiply(BigDecimal.valueOf(held.seats()))) > 0;
    }

    private boolean needsSurplus() {
        return body().filter(b -> "true".equals(b.with().get("surplus"))).isPresent();
    }

    private Optional<CodeList.Code> body() {
        return rules.rulebook().codeList(BODIES).find(held.body(), rules.date());
    }

    /** Exactly the share is not enough. */
    private void checkAgreement(Election.Candidate candidate) {
        if (candidate.source().equals(CONVENER)) {
            return;
        }
        var agreed = candidate.agreed() == null ? 0 : candidate.agreed();
        var share = rules.ruling(OUTSIDER_AGREEMENT);
        var present = held.attendance().present();
        var enough = HUNDRED.multiply(BigDecimal.valueOf(agreed))
                        .compareTo(share.number().multiply(BigDecimal.valueOf(present)))
                > 0;
        if (!enough || agreed > present) {
            refuse(
                    "candidate-without-agreement",
                    OUTSIDER_AGREEMENT,
                    Map.of(
                            "line", line(candidate),
                            "agreed", String.valueOf(agreed),
                            "present", String.valueOf(present),
                            "percent", share.text()));
        }
    }

    private void checkBallots(int total) {
        var b = held.ballots();
        var facts = new HashMap<String, String>();
        facts.put("issued", String.valueOf(b.issued()));
        facts.put("returned", String.valueOf(b.returned()));
        facts.put("valid", String.valueOf(b.valid()));
        facts.put("invalid", String.valueOf(b.invalid()));
        var isCount = Stream.of(b.issued(), b.returned(), b.valid(), b.invalid())
                .allMatch(n -> n >= 0 && n <= ElectionCount.VOTERS_MAX);
        if (!isCount || b.returned() > b.issued() || b.valid() + b.invalid() != b.returned()) {
            refuse("ballots-do-not-add-up", BALLOTS, facts);
        }
        if (b.issued() > Math.min(held.attendance().present(), Math.max(total, 0))) {
            refuse(
                    "more-ballots-than-voters",
                    BALLOTS,
                    Map.of(
                            "issued", String.valueOf(b.issued()),
                            "present", String.valueOf(held.attendance().present()),
                            "total", String.valueOf(total)));
        }
    }

    private void checkLine(Election.Candidate candidate) {
        var valid = held.ballots().valid();
        var lines = List.of(candidate.agree(), candidate.disagree(), candidate.voided());
        var adds = lines.stream().allMatch(n -> n >= 0 && n <= valid)
                && lines.stream().mapToInt(n -> n).sum() == valid;
        if (!adds) {
            refuse(
                    "candidate-votes-do-not-add-up",
                    BALLOTS,
                    Map.of(
                            "line", line(candidate),
                            "agree", String.valueOf(candidate.agree()),
                            "disagree", String.valueOf(candidate.disagree()),
                            "voided", String.valueOf(candidate.voided()),
                            "valid", String.valueOf(valid)));
        }
        if (held.hasSurplus() && candidate.voided() > 0) {
            refuse("void-line-with-surplus", LINE_VOID, Map.of("line", line(candidate)));
        }
    }

    /** No ballot names more than the seats. */
    private void checkVotesTogether() {
        long votes =
                held.candidates().stream().mapToLong(Election.Candidate::agree).sum();
        long most = (long) held.ballots().valid() * Math.max(held.seats(), 0);
        if (held.hasSurplus() && votes > most) {
            refuse(
                    "more-votes-than-seats-allow",
                    BALLOTS,
                    Map.of("votes", String.valueOf(votes), "most", String.valueOf(most)));
        }
    }

    private List<Outcome> outcomes(int needed, Ruling share) {
        var passed = held.candidates().stream()
                .filter(c -> c.agree() >= needed)
                .map(Election.Candidate::agree)
                .sorted(Comparator.reverseOrder())
                .toList();
        var crowded = held.seats() > 0 && passed.size() > held.seats();
        var last = crowded ? passed.get(held.seats() - 1) : needed;
        var tie = crowded && passed.get(held.seats()).equals(last);
        return held.candidates().stream()
                .sorted(Comparator.comparingInt(Election.Candidate::agree).reversed())
                .map(c -> outcome(c, needed, last, tie, share))
                .toList();
    }

    private Outcome outcome(Election.Candidate candidate, int needed, int last, boolean tie, Ruling share) {
        if (candidate.agree() < needed) {
            return new Outcome(candidate, Fate.BELOW, share.source());
        }
        if (candidate.agree() < last) {
            return new Outcome(candidate, Fate.OUTVOTED, source(MOST_VOTES));
        }
        return tie && candidate.agree() == last
                ? new Outcome(candidate, Fate.TIED, source(MOST_VOTES))
                : new Outcome(candidate, Fate.ELECTED, share.source());
    }

    private @Nullable Citation source(String key) {
        return rules.findRuling(key).map(Ruling::source).orElse(null);
    }

    /** The candidate's place in the list, from 1. */
    private String line(Election.Candidate candidate) {
        return String.valueOf(held.candidates().indexOf(candidate) + 1);
    }

    private void refuse(String code, @Nullable String parameter, Map<String, String> facts) {
        problems.add(new Refusal(code, facts, parameter == null ? null : source(parameter)));
    }

    private void notice(Caution caution, String parameter, Map<String, Object> facts) {
        var texts = new HashMap<String, String>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        notices.add(new Notice(caution, texts, source(parameter)));
    }
}
