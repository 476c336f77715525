package vn.nentang.review.round;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Organization;
import vn.nentang.review.Classification;
import vn.nentang.review.Classifier;
import vn.nentang.review.ReviewRules;
import vn.nentang.review.Score;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.workbook.AdmissionDay;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * Everything around one organisation's papers of a year that rules and pages look at, on the day the year is judged.
 *
 * @param kind the kind of subject the organisation is reviewed as
 * @param round the round that covers it; null where none is open
 * @param roll its own members and guests of the day, by person, in order of names
 * @param circumstances by person the facts that follow from transfers and posts
 * @param outcomes what was decided of its members, by person: the code of a level or of a reason
 * @param outcome what was decided of itself; null before that
 * @param decidedOn the last day on which something of it or of its members was decided; null before that
 * @param below organisations directly below that are reviewed
 * @param undecided those of them without a decision
 * @param decider who decides on it; null for the top
 * @param appraisers who appraises before that, lowest first
 * @param sheets the score sheet that holds for each kind of subject
 */
public record Place(
        Organization organization,
        int year,
        String kind,
        RulesOn rules,
        RegimeOn regime,
        @Nullable Round round,
        Dossier dossier,
        Map<PersonId, RosterLine> roll,
        Map<PersonId, Set<String>> circumstances,
        Map<PersonId, String> outcomes,
        @Nullable String outcome,
        @Nullable LocalDate decidedOn,
        List<Organization> below,
        List<Organization> undecided,
        @Nullable Organization decider,
        List<Organization> appraisers,
        Map<String, List<Item>> sheets) {

    /** Codes of the rules of order that a regime's data carry, for their articles. */
    static final String COLLECTIVE_FIRST = "collective-first";

    static final String SELF_REVIEW_FIRST = "classify-in-three-steps";
    static final String REVIEW_FIRST = "review-before-classification";
    static final String PARTS_FIRST = "parts-before-whole";
    static final String LOWER_FIRST = "lower-first";

    /** Told to whom it concerns, and made public. */
    public static final String PUBLISHED = "notify-and-publish";

    private static final String TOO_FEW = "tooFewMembers";
    private static final String MEMBERS_MIN = "organization.cell.members-min";
    private static final String RESIDENCE_KINDS = "review.remark.residence";

    /** Facts that follow from the roll and are never asked for. */
    private static final Set<String> KNOWN = Set.of(
            "exempt",
            "suspended",
            "temporaryFromElsewhere",
            "admittedTooRecently",
            "newOrganization",
            Circumstances.MOVED,
            Circumstances.POST_ELSEWHERE,
            TOO_FEW);

    public Place {
        below = List.copyOf(below);
        undecided = List.copyOf(undecided);
        appraisers = List.copyOf(appraisers);
        sheets = Map.copyOf(sheets);
    }

    public Optional<Round> findRound() {
        return Optional.ofNullable(round);
    }

    /** Whose committee decides; the organisation's own where the ledger knows none above. */
    public Organization competent() {
        return Objects.requireNonNullElse(decider, organization);
    }

    /** The article that says who decides. */
    public @Nullable Citation competenceSource() {
        return regime.regime().deciders().stream()
                .map(ReviewRegime.Decider::source)
                .findFirst()
                .orElse(null);
    }

    public boolean isCell() {
        return kind.equals("cell");
    }

    /** Full members whom a count of votes is measured against: 24-QĐ/TW mục 9.3; who is away on duty counts. */
    public int base() {
        return (int) roll.values().stream()
                .filter(line -> line.standing() == Standing.FULL)
                .count();
    }

    /** The kinds of member of the regime, in its order. */
    public List<ReviewRegime.SubjectKind> memberKinds() {
        return regime.regime().subjects().stream()
                .filter(subject -> subject.object().equals("member"))
                .toList();
    }

    /** The kind a member is reviewed as: as handed in, or else the one without a leading post. */
    public String kindOf(PersonId person) {
        return dossier.file(person)
                .findSelfReview()
                .map(made -> made.event().kind())
                .orElseGet(() ->
                        memberKinds().get(Math.min(1, memberKinds().size() - 1)).kind());
    }

    /** The group a member stands in; empty before anything was handed in. */
    public Optional<String> groupOf(PersonId person) {
        return dossier.file(person).findSelfReview().map(made -> made.event().group());
    }

    /** Facts that follow from the roll. */
    public Map<String, String> known(PersonId person) {
        var known = new LinkedHashMap<>(
                Optional.ofNullable(roll.get(person)).map(this::known).orElse(Map.of()));
        circumstances.getOrDefault(person, Set.of()).stream()
                .filter(regime.regime().facts()::containsKey)
                .forEach(fact -> known.put(fact, "true"));
        return known;
    }

    /** The same for a line of another cell's roll on the same day. */
    public Map<String, String> known(RosterLine line) {
        var known = new LinkedHashMap<String, String>();
        known.put("exempt", String.valueOf(line.standing() == Standing.EXEMPT));
        known.put("suspended", String.valueOf(line.standing() == Standing.SUSPENDED));
        known.put("temporaryFromElsewhere", String.valueOf(line.standing() == Standing.TEMPORARY));
        isAdmittedTooRecently(line).ifPresent(recently -> known.put("admittedTooRecently", String.valueOf(recently)));
        known.keySet().retainAll(regime.regime().facts().keySet());
        return known;
    }

    private Optional<Boolean> isAdmittedTooRecently(RosterLine line) {
        var parameter = regime.exclusions(memberKinds().getFirst().kind()).stream()
                .flatMap(exclusion -> Stream.ofNullable(exclusion.parameter()))
                .findFirst();
        return parameter
                .flatMap(rules::findRuling)
                .flatMap(ruling -> Optional.ofNullable(line.admittedOn())
                        .flatMap(admitted -> AdmissionDay.isTooRecent(admitted, ruling.period(), rules.date())));
    }

    /** What the regulation allows for a member on what is known, said and corrected. */
    public Classification judge(PersonId person) {
        return judge(kindOf(person), with(known(person), dossier.facts(person)));
    }

    /** The same for the organisation itself; what is known of those below stands in the facts that were entered. */
    public Classification judgeOwn() {
        return judge(kind, dossier.ownFacts());
    }

    /** The special provisions that hold for a member, each with its article. */
    public List<ReviewRegime.Provision> specialCases(PersonId person) {
        var kindOf = kindOf(person);
        return regime.specialCases(kindOf, read(kindOf, with(known(person), dossier.facts(person))));
    }

    /** The same for the organisation itself. */
    public List<ReviewRegime.Provision> ownSpecialCases() {
        var known = isTooSmall() && regime.regime().facts().containsKey(TOO_FEW)
                ? Map.of(TOO_FEW, "true")
                : Map.<String, String>of();
        return regime.specialCases(kind, read(kind, with(known, dossier.ownFacts())));
    }

    private boolean isTooSmall() {
        return isCell()
                && rules.findRuling(MEMBERS_MIN)
                        .filter(ruling -> ruling.number().intValue() > base())
                        .isPresent();
    }

    private static Map<String, String> with(Map<String, String> known, Map<String, String> said) {
        var all = new LinkedHashMap<>(said);
        all.putAll(known);
        return all;
    }

    /** Facts that cannot be read are left out; they were refused when they were sent. */
    public Classification judge(String subjectKind, Map<String, String> texts) {
        return Classifier.classify(regime, subjectKind, Score.summed(regime, subjectKind, read(subjectKind, texts)));
    }

    private Facts read(String subjectKind, Map<String, String> texts) {
        var words = new FactWords(regime, subjectKind);
        var facts = Facts.NONE;
        for (var fact : regime.regime().facts().values()) {
            var text = texts.getOrDefault(fact.name(), "").strip();
            if (!text.isEmpty()) {
                facts = words.read(facts, fact, text).orElse(facts);
            }
        }
        return facts;
    }

    /** Remarks that are asked for and not there: by person the sources. */
    public Map<PersonId, Set<String>> missingRemarks() {
        var missing = new LinkedHashMap<PersonId, Set<String>>();
        roll.forEach((person, line) -> {
            var asked = asked(person, line);
            asked.removeAll(dossier.file(person).remarks().keySet());
            if (!asked.isEmpty()) {
                missing.put(person, asked);
            }
        });
        return missing;
    }

    private Set<String> asked(PersonId person, RosterLine line) {
        var asked = new LinkedHashSet<String>();
        if (!isReviewed(person)) {
            return asked;
        }
        rules.findRuling(RESIDENCE_KINDS)
                .filter(ruling -> List.of(ruling.text().split("\\s*;\\s*")).contains(kindOf(person)))
                .ifPresent(_ -> asked.add("residence"));
        if (line.standing() == Standing.TEMPORARY_ELSEWHERE) {
            asked.add("temporary");
        }
        return asked;
    }

    /** Whether the regulation asks for a level of this member: by the roll no reason excludes it. */
    public boolean isReviewed(PersonId person) {
        return exclusion(person).isEmpty();
    }

    /** Why a member is not classified, as the roll alone shows. */
    public Optional<String> exclusion(PersonId person) {
        return judge(kindOf(person), known(person)) instanceof Classification.NotClassified(var reason, var _, var _)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** The codes of the reasons why a subject may be left without a level. */
    public Set<String> reasons() {
        var reasons = new LinkedHashSet<>(ReviewRules.reasons(regime, "member", rules));
        reasons.addAll(ReviewRules.reasons(regime, "organization", rules));
        return reasons;
    }

    /** As if some members were decided already. */
    Place withDecided(Map<PersonId, String> pending) {
        var all = new LinkedHashMap<>(outcomes);
        all.putAll(pending);
        return new Place(
                organization,
                year,
                kind,
                rules,
                regime,
                round,
                dossier,
                roll,
                circumstances,
                all,
                outcome,
                decidedOn,
                below,
                undecided,
                decider,
                appraisers,
                sheets);
    }

    /** The article of a rule of order or procedure, by its code. */
    public @Nullable Citation provision(String code) {
        return provision(regime, code).orElse(null);
    }

    /** The article of the first of some rules that a regime has. */
    static Optional<Citation> provision(RegimeOn regime, String... codes) {
        return Stream.of(codes)
                .flatMap(code -> regime.regime().provisions().stream()
                        .filter(provision -> provision.code().equals(code)))
                .map(ReviewRegime.Provision::source)
                .findFirst();
    }

    /** Facts of a kind of subject that people enter: those the roll tells are left out, and the total of given parts. */
    public List<Fact> asked(String subjectKind) {
        var parts = regime.criteria(subjectKind).stream()
                .flatMap(criterion -> Stream.ofNullable(criterion.fact()))
                .collect(Collectors.toSet());
        return regime.facts(subjectKind).stream()
                .filter(fact -> !KNOWN.contains(fact.name()))
                .filter(fact -> parts.isEmpty() || !fact.name().equals(Score.TOTAL))
                .toList();
    }
}
