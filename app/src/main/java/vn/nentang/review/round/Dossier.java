package vn.nentang.review.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Change;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.DossierReturned;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.PublishedLevel;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.ResultsPublished;

/**
 * The papers of one organisation in one year, as they stand: its own report, its members' self-reviews and remarks, the
 * meeting, and how far they have come. Of everything said twice the last counts.
 *
 * @param appraisers the levels that appraised it since it was last submitted, in their order
 * @param because why it was given back; empty where it was not
 * @param publications what was made public of the decisions on it, the last one counts
 */
public record Dossier(
        OrganizationId organization,
        int year,
        @Nullable Made<OrganizationSelfReviewed> own,
        Map<PersonId, File> files,
        @Nullable Made<CellMet> meeting,
        Stage stage,
        @Nullable LocalDate stageOn,
        List<OrganizationId> appraisers,
        Map<Object, Change> changes,
        String because,
        List<Made<ResultsPublished>> publications) {

    /** How far a dossier has come. */
    public enum Stage {
        COLLECTING,
        SUBMITTED,
        RETURNED
    }

    /** An event with its day, its paper and who recorded it. */
    public record Made<E>(E event, EntryRef entry, LocalDate on, Paper paper, Instant at, String author) {}

    /** What concerns one member. */
    public record File(
            @Nullable Made<MemberSelfReviewed> selfReview,
            Map<String, Made<RemarkRecorded>> remarks,
            @Nullable Made<RoundEvent.MemberNotified> notified,
            @Nullable Made<RoundEvent.ObjectionMade> objection,
            @Nullable Made<RoundEvent.ObjectionAnswered> answer) {

        static final File EMPTY = new File(null, Map.of(), null, null, null);

        public File {
            remarks = Map.copyOf(remarks);
        }

        public Optional<Made<MemberSelfReviewed>> findSelfReview() {
            return Optional.ofNullable(selfReview);
        }

        private File with(Made<? extends RoundEvent.OfMember> made) {
            return switch (made.event()) {
                case MemberSelfReviewed e -> new File(as(made, e), remarks, notified, objection, answer);
                case RemarkRecorded e -> {
                    var more = new LinkedHashMap<>(remarks);
                    more.put(e.source(), as(made, e));
                    yield new File(selfReview, more, notified, objection, answer);
                }
                case RoundEvent.MemberNotified e -> new File(selfReview, remarks, as(made, e), objection, answer);
                case RoundEvent.ObjectionMade e -> new File(selfReview, remarks, notified, as(made, e), null);
                case RoundEvent.ObjectionAnswered e -> new File(selfReview, remarks, notified, objection, as(made, e));
            };
        }

        private static <E extends RoundEvent> Made<E> as(Made<?> made, E event) {
            return new Made<>(event, made.entry(), made.on(), made.paper(), made.at(), made.author());
        }
    }

    /** Stands for the organisation itself where a person would stand. */
    private static final Object ITSELF = "itself";

    public Dossier {
        files = Map.copyOf(files);
        appraisers = List.copyOf(appraisers);
        changes = Map.copyOf(changes);
        publications = List.copyOf(publications);
    }

    static Dossier empty(OrganizationId organization, int year) {
        return new Dossier(
                organization, year, null, Map.of(), null, Stage.COLLECTING, null, List.of(), Map.of(), "", List.of());
    }

    /** The state that the entries lead to; a pure function of them and their order. */
    static Dossier fold(OrganizationId organization, int year, List<Entry<RoundEvent>> entries) {
        var folding = new Folding();
        entries.forEach(folding::take);
        return new Dossier(
                organization,
                year,
                folding.own,
                folding.files,
                folding.meeting,
                folding.stage,
                folding.stageOn,
                folding.appraisers,
                folding.changes,
                folding.because,
                folding.publications);
    }

    public File file(PersonId person) {
        return Objects.requireNonNull(files.getOrDefault(person, File.EMPTY));
    }

    public boolean isSubmitted() {
        return stage == Stage.SUBMITTED;
    }

    /** What the meeting said of a member. */
    public Optional<Proposal> line(PersonId person) {
        return lines().filter(line -> person.equals(line.person())).findFirst().map(Line::proposal);
    }

    /** What the meeting said of the cell itself. */
    public Optional<Proposal> ownLine() {
        return Optional.ofNullable(meeting).map(met -> met.event().own());
    }

    private Stream<Line> lines() {
        return Optional.ofNullable(meeting).stream().flatMap(met -> met.event().lines().stream());
    }

    /** Everybody the meeting spoke of. */
    public Set<PersonId> met() {
        return lines().map(Line::person).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What an appraisal proposes instead of the meeting; empty where it agrees. */
    public Optional<Change> change(@Nullable PersonId person) {
        return Optional.ofNullable(changes.get(person == null ? ITSELF : person));
    }

    /** The facts a member's self-review gives. */
    public Map<String, String> said(PersonId person) {
        return file(person)
                .findSelfReview()
                .map(made -> byName(made.event().review().facts()))
                .orElse(Map.of());
    }

    /** The facts the organisation's own report gives. */
    public Map<String, String> ownSaid() {
        return Optional.ofNullable(own)
                .map(made -> byName(made.event().review().facts()))
                .orElse(Map.of());
    }

    /** The facts on which a member is judged: what the meeting corrected goes before what the member said. */
    public Map<String, String> facts(PersonId person) {
        return line(person).map(line -> corrected(said(person), line)).orElse(said(person));
    }

    /** The same for the organisation itself. */
    public Map<String, String> ownFacts() {
        return ownLine().map(line -> corrected(ownSaid(), line)).orElse(ownSaid());
    }

    /** What was said, with what a meeting corrects. */
    static Map<String, String> corrected(Map<String, String> said, Proposal by) {
        var facts = new LinkedHashMap<>(said);
        facts.putAll(byName(by.facts()));
        return facts;
    }

    private static Map<String, String> byName(List<JudgedFact> said) {
        var facts = new LinkedHashMap<String, String>();
        said.forEach(fact -> facts.put(fact.name(), fact.value()));
        return facts;
    }

    /** What was made public last; empty where nothing was. */
    public Optional<Made<ResultsPublished>> published() {
        return publications.isEmpty() ? Optional.empty() : Optional.of(publications.getLast());
    }

    /** What was made public of a member last; empty where nothing was. */
    public Optional<PublishedLevel> published(PersonId person) {
        return published().flatMap(made -> made.event().of(person));
    }

    /** What is proposed of a member at last: by an appraisal, or else by the meeting. */
    public Optional<String> proposal(PersonId person) {
        return change(person).map(Change::outcome).or(() -> line(person).map(Proposal::outcome));
    }

    private static final class Folding {

        private @Nullable Made<OrganizationSelfReviewed> own;
        private @Nullable Made<CellMet> meeting;
        private final Map<PersonId, File> files = new LinkedHashMap<>();
        private Stage stage = Stage.COLLECTING;
        private @Nullable LocalDate stageOn;
        private final List<OrganizationId> appraisers = new ArrayList<>();
        private final Map<Object, Change> changes = new LinkedHashMap<>();
        private String because = "";
        private final List<Made<ResultsPublished>> publications = new ArrayList<>();

        void take(Entry<RoundEvent> entry) {
            switch (entry.event()) {
                case OrganizationSelfReviewed e -> own = made(e, entry);
                case CellMet e -> meeting = made(e, entry);
                case RoundEvent.OfMember e ->
                    files.merge(e.person(), File.EMPTY.with(made(e, entry)), (file, _) -> file.with(made(e, entry)));
                case DossierSubmitted _ -> moved(Stage.SUBMITTED, entry.effectiveOn(), "");
                case DossierReturned e -> moved(Stage.RETURNED, entry.effectiveOn(), e.because());
                case DossierAppraised e -> appraised(e);
                case ResultsPublished e -> publications.add(made(e, entry));
                case RoundEvent.RoundOpened _, RoundEvent.ScoreSheetSet _, RoundEvent.ReportSent _ -> {
                    // Filed with the round, never with a dossier.
                }
            }
        }

        private static <E extends RoundEvent> Made<E> made(E event, Entry<?> entry) {
            return new Made<>(
                    event, entry.ref(), entry.effectiveOn(), entry.paper(), entry.recordedAt(), entry.author());
        }

        private void moved(Stage to, LocalDate on, String why) {
            stage = to;
            stageOn = on;
            because = why;
            appraisers.clear();
            changes.clear();
        }

        private void appraised(DossierAppraised e) {
            appraisers.add(e.by());
            e.changes()
                    .forEach(change -> changes.put(
                            change.person() == null ? ITSELF : Objects.requireNonNull(change.person()), change));
        }
    }
}
