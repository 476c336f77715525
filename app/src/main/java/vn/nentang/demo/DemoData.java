package vn.nentang.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.demo.chance.Dice;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.Act;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.round.RoundDesk;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.rulebook.Rulebook;

/**
 * Records made-up data through the same desks as real acts. Every command's id follows from the seed and the size, so that
 * loading twice records once.
 */
@Component
public final class DemoData {

    /** The size and the seed of {@code ./nentang demo}. */
    public static final Size DEMO = new Size(4_000, 2_026);

    /** The last day the made-up data tells of. */
    public static final LocalDate LAST_DAY = Story.END;

    private static final String AUTHOR = "demo";
    private static final String FIRST_PART = "top";
    private static final String LAST_PART = "last reviews";

    /** Folders that were filled before committees or rounds were told of get them at the next start. */
    private static final String FIRST_STAFF_PART = "terms 0";

    private static final String ROUND_PART = "round as it stands";

    private static final int PERSONS_AT_ONCE = 500;
    private static final int POSTS_AT_ONCE = 1_000;
    private static final int REVIEWS_AT_ONCE = 5_000;

    /** All years of a person together: the registers of each are then made once, not once a year. */
    private static final Comparator<Draft<ReviewEvent>> BY_SUBJECT = Comparator.comparing(d ->
            d.event() instanceof ReviewEvent.MemberClassified m ? m.person().subject() : "");

    private final Ledger ledger;
    private final OrganizationDesk organizations;
    private final MembershipDesk memberships;
    private final ReviewDesk reviews;
    private final CommitteeDesk committees;
    private final Rulebook rulebook;
    private final RoundDesk rounds;
    private final vn.nentang.review.round.Places papers;

    public DemoData(
            Ledger ledger,
            OrganizationDesk organizations,
            MembershipDesk memberships,
            ReviewDesk reviews,
            CommitteeDesk committees,
            RoundDesk rounds,
            vn.nentang.review.round.Places papers,
            Rulebook rulebook) {
        this.rounds = rounds;
        this.papers = papers;
        this.committees = committees;
        this.ledger = ledger;
        this.organizations = organizations;
        this.memberships = memberships;
        this.reviews = reviews;
        this.rulebook = rulebook;
    }

    /**
     * Which data.
     *
     * @param members on the rolls on the last day told of; at least 50
     */
    public record Size(int members, long seed) {
        public Size {
            if (members < 50) {
                throw new IllegalArgumentException("At least 50 members are needed, not " + members);
            }
        }

        int provinces() {
            return (members + Province.MEMBERS_MOST - 1) / Province.MEMBERS_MOST;
        }

        int membersOf(int province) {
            var each = members / provinces();
            return province < provinces() - 1 ? each : members - each * (provinces() - 1);
        }
    }

    /** What is being recorded. */
    public enum Stage {
        ORGANIZATIONS("tổ chức đảng", "Party organisations"),
        LIVES("đảng viên", "members"),
        COMMITTEES("cấp ủy, chức vụ", "committees and posts"),
        REVIEWS("kết quả đánh giá, xếp loại", "review results");

        private final String vi;
        private final String en;

        Stage(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        /** Vietnamese, then English. */
        public String words() {
            return vi + " / " + en;
        }
    }

    /** Is told how far the loading has come. */
    @FunctionalInterface
    public interface Progress {
        void reached(Stage stage, int done, int of);
    }

    /** One command's part of the data. Its text is all that is asked: the acts follow from it. */
    private record Part(int members, long seed, int province, String part) {

        UUID id() {
            return Dice.id(seed, toString());
        }
    }

    /**
     * Records everything that is not yet recorded. Takes about a second for a hundred members.
     *
     * @throws IllegalStateException when a desk refuses an act: the generator and the rules disagree
     */
    public void load(Size size, Progress progress) {
        for (int i = 0; i < size.provinces(); i++) {
            load(size, i, Province.madeUp(size.seed(), i, size.membersOf(i), rulebook), progress);
        }
    }

    private void load(Size size, int index, Province province, Progress progress) {
        new Loading(size, index, province, progress).load();
    }

    private final class Loading {

        private final Size size;
        private final int index;
        private final Province province;
        private final Progress progress;

        Loading(Size size, int index, Province province, Progress progress) {
            this.size = size;
            this.index = index;
            this.province = province;
            this.progress = progress;
        }

        void load() {
            found();
            change("change", province.structure().changes());
            live();
            mend();
            change("ending", province.structure().endings());
            staff();
            review();
            if (index == 0) {
                openRound(size, province.structure());
            }
        }

        private Command command(String part) {
            var request = new Part(size.members(), size.seed(), index, part);
            return new Command(request.id(), AUTHOR, request);
        }

        private void found() {
            var done = 0;
            for (var day : province.foundingsByDay()) {
                var first = day.getFirst();
                var events = day.stream().map(Draft::event).toList();
                var paper = province.papers().of(first.paper());
                var part = done == 0 ? FIRST_PART : "founded " + first.on();
                recorded(organizations.foundAll(command(part), events, first.on(), paper));
                done += day.size();
                progress.reached(
                        Stage.ORGANIZATIONS,
                        done,
                        province.structure().foundings().size());
            }
        }

        private void change(String part, List<Draft<OrganizationEvent>> changes) {
            for (int i = 0; i < changes.size(); i++) {
                var change = changes.get(i);
                var paper = province.papers().of(change.paper());
                recorded(organizations.propose(command(part + i), change.event(), change.on(), paper, null));
            }
        }

        private void live() {
            var lives = province.lives();
            for (int i = 0; i < lives.size(); i += PERSONS_AT_ONCE) {
                var some = lives.subList(i, Math.min(lives.size(), i + PERSONS_AT_ONCE));
                var acts = some.stream()
                        .flatMap(l -> l.acts().stream())
                        .map(d -> new Act(d.event(), d.on(), province.papers().of(d.paper())))
                        .toList();
                recorded(memberships.proposeAll(command("lives " + i), acts));
                progress.reached(Stage.LIVES, i + some.size(), lives.size());
            }
        }

        private void mend() {
            for (int i = 0; i < province.mendings().size(); i++) {
                var mending = province.mendings().get(i);
                var right = mending.right();
                var paper = province.papers().of(right.paper());
                var wrong = find(mending);
                recorded(memberships.propose(command("mending " + i), right.event(), right.on(), paper, wrong));
            }
        }

        private @Nullable EntryRef find(Mending mending) {
            var wrong = mending.wrong();
            return ledger.everSaid(wrong.event().person().subject()).filed().stream()
                    .filter(e ->
                            e.event().equals(wrong.event()) && e.effectiveOn().equals(wrong.on()))
                    .findFirst()
                    .orElseThrow()
                    .ref();
        }

        private void staff() {
            var maker = province.committees();
            propose("terms ", maker.terms());
            var votes = maker.votes();
            for (int i = 0; i < votes.size(); i++) {
                var vote = votes.get(i);
                var paper = province.papers().of(vote.paper());
                recorded(committees.recordElection(
                        command("vote " + i), vote.organization(), vote.held(), vote.on(), paper));
            }
            propose("posts ", maker.posts());
        }

        private void propose(String part, List<Draft<CommitteeEvent>> drafts) {
            for (int i = 0; i < drafts.size(); i += POSTS_AT_ONCE) {
                var some = drafts.subList(i, Math.min(drafts.size(), i + POSTS_AT_ONCE));
                var acts = some.stream()
                        .map(d -> new CommitteeDesk.Act(
                                d.event(), d.on(), province.papers().of(d.paper())))
                        .toList();
                recorded(committees.proposeAll(command(part + i), acts));
                progress.reached(Stage.COMMITTEES, i + some.size(), drafts.size());
            }
        }

        private void review() {
            var decided = province.reviews().stream()
                    .sorted(BY_SUBJECT)
                    .map(d -> new Decided(d.event(), d.on(), province.papers().of(d.paper())))
                    .toList();
            for (int i = 0; i < decided.size(); i += REVIEWS_AT_ONCE) {
                var some = decided.subList(i, Math.min(decided.size(), i + REVIEWS_AT_ONCE));
                var isLast = i + some.size() == decided.size();
                recorded(reviews.recordAll(command(isLast ? LAST_PART : "reviews " + i), some));
                progress.reached(Stage.REVIEWS, i + some.size(), decided.size());
            }
        }
    }

    /** Half of the last year's round, at the grassroots body that is shown. */
    private void openRound(Size size, Structure structure) {
        var shown = shownCell(structure);
        var body = shown.lastUnit().id();
        var regime = rulebook.on(RoundMaker.OPENED).findRegime().orElseThrow().id();
        var maker = new RoundMaker(size.seed());
        var opening = RoundMaker.opening(body, regime);
        record(size, "round opened", List.of(opening), RoundMaker.OPENED);
        var cells = structure.openCells(Story.END).stream()
                .filter(c -> c.lastUnit().equals(shown.lastUnit()))
                .toList();
        for (int i = 0; i < cells.size(); i++) {
            var reach = cells.get(i).equals(shown) || i % 4 == 3
                    ? RoundMaker.Reach.BEGUN
                    : i % 4 == 1 ? RoundMaker.Reach.RETURNED : RoundMaker.Reach.HANDED_IN;
            var place = papers.find(cells.get(i).id(), RoundMaker.YEAR).orElseThrow();
            for (var day : maker.days(place, reach)) {
                record(size, "round %d %s".formatted(i, day.on()), day.events(), day.on());
            }
        }
        // Set again as it is, so that its entry tells that all of the above is there.
        record(size, ROUND_PART, List.of(opening), RoundMaker.OPENED);
    }

    private void record(Size size, String part, List<RoundEvent> events, LocalDate on) {
        var request = new Part(size.members(), size.seed(), 0, part);
        if (!events.isEmpty()) {
            recorded(rounds.proposeAll(new Command(request.id(), AUTHOR, request), events, on, Paper.UNKNOWN));
        }
    }

    private static void recorded(Answer answer) {
        if (answer instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException("The made-up data was refused: "
                    + Refusal.describe(reasons.subList(0, Math.min(5, reasons.size()))) + " " + reasons.getFirst());
        }
    }

    /**
     * Places worth looking at.
     *
     * @param top the provincial organisation
     * @param body a grassroots body below it
     * @param cell a cell of that body
     */
    public record Places(Place top, Place body, Place cell) {}

    /** An organisation and what its committee is called. */
    public record Place(OrganizationId id, String committee) {}

    /** Where to begin in the data of a size. Nothing is read or recorded. */
    public static Places places(Size size) {
        var structure = Province.structure(size.seed(), 0, size.membersOf(0));
        var cell = shownCell(structure);
        var body = cell.lastUnit();
        return new Places(
                new Place(structure.top(), structure.committee()),
                new Place(body.id(), body.committee()),
                new Place(cell.id(), cell.organizationName()));
    }

    static Cell shownCell(Structure structure) {
        return structure.openCells(Story.END).stream()
                .filter(c -> !c.standsAlone() && c.people() == Mix.TROOPS)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Persons who hold the posts that make a difference, at the shown places.
     *
     * @param cellSecretary secretary of the shown cell
     * @param cellMember of the shown cell, without any post
     * @param bodyOfficer organisation officer of the shown grassroots committee
     * @param commissar political commissar at the top
     * @param inspector at the top, without any other post
     * @param accountAdministrator at the top, without any other post
     */
    public record Holders(
            PersonId cellSecretary,
            PersonId cellMember,
            PersonId bodyOfficer,
            PersonId commissar,
            PersonId inspector,
            PersonId accountAdministrator) {}

    /** Who they are in the data of a size. Nothing is read or recorded. */
    public static Holders holders(Size size, Rulebook rulebook) {
        return Province.madeUp(size.seed(), 0, size.membersOf(0), rulebook)
                .committees()
                .holders();
    }

    /** Whether everything of this size is recorded. */
    public boolean isLoaded(Size size) {
        var round = new Part(size.members(), size.seed(), 0, ROUND_PART);
        return isRecorded(size, LAST_PART)
                && isRecorded(size, FIRST_STAFF_PART)
                && !ledger.recordedBy(round.id()).isEmpty();
    }

    private boolean isRecorded(Size size, String part) {
        var last = new Part(size.members(), size.seed(), size.provinces() - 1, part);
        return !ledger.recordedBy(last.id()).isEmpty();
    }

    /** Whether anything of this size is recorded; a loading that was broken off can be taken up again. */
    public boolean isBegun(Size size) {
        var first = new Part(size.members(), size.seed(), 0, FIRST_PART);
        return !ledger.recordedBy(first.id()).isEmpty();
    }
}
