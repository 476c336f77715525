package vn.nentang.demo;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.Names;
import vn.nentang.demo.chance.PaperBook;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.ReviewEvent;
import vn.nentang.rulebook.Rulebook;

/**
 * One made-up province: everything that was done there from the founding of its organisations to the end of the story, in
 * the order in which it can be recorded.
 *
 * @param lives the acts on each person, in order
 */
record Province(
        Structure structure,
        List<Life> lives,
        List<Mending> mendings,
        List<Draft<ReviewEvent>> reviews,
        CommitteeMaker committees,
        PaperBook papers) {

    /** Up to this many members a data set is one province. */
    static final int MEMBERS_MOST = 5_000;

    private static final int MEMBERS_OF_BLUEPRINT = 4_000;

    /** The acts on one person. */
    record Life(Member member, List<Draft<MembershipEvent>> acts) {}

    /** The same seed, number and size give the same province. */
    static Province madeUp(long seed, int index, int members, Rulebook rulebook) {
        var names = new Names();
        var structure = structure(seed, index, members);
        var reviews = new ReviewMaker(structure, rulebook, Dice.of(seed, index + "/reviews"));
        var maker = new PersonMaker(seed, index, names);
        var population = new Population(structure, rulebook, Dice.of(seed, index + "/lives"), maker, reviews, members);
        population.tell();
        var mendings = new Slips(Dice.of(seed, index + "/slips")).make(population.everyone());
        var lives = population.everyone().stream()
                .map(m -> new Life(m, List.copyOf(m.acts)))
                .toList();
        var committees =
                new CommitteeMaker(structure, rulebook, Dice.of(seed, index + "/committees"), population.everyone());
        committees.make();
        return new Province(
                structure,
                lives,
                mendings,
                reviews.events(),
                committees,
                papers(structure, lives, mendings, reviews, committees));
    }

    /** The organisations alone. */
    static Structure structure(long seed, int index, int members) {
        var blueprint = Blueprint.load().reduced((double) members / MEMBERS_OF_BLUEPRINT);
        return Structure.of(seed, index, new Names().province(index), blueprint);
    }

    /** Those on a roll at the end of the story. */
    List<Member> onRoll() {
        return lives.stream().map(Life::member).filter(Member::isOnRoll).toList();
    }

    private static PaperBook papers(
            Structure structure,
            List<Life> lives,
            List<Mending> mendings,
            ReviewMaker reviews,
            CommitteeMaker committees) {
        Stream<Draft<? extends LedgerEvent>> drafts = Stream.<Collection<? extends Draft<? extends LedgerEvent>>>of(
                        lives.stream().flatMap(l -> l.acts().stream()).toList(),
                        mendings.stream().map(Mending::right).toList(),
                        reviews.events(),
                        committees.terms(),
                        committees.posts())
                .flatMap(Collection::stream);
        var votes = committees.votes().stream().map(CommitteeMaker.Vote::paper);
        return new PaperBook(Stream.of(structure.papers(), drafts.map(Draft::paper), votes)
                .flatMap(papers -> papers)
                .toList());
    }

    /** The foundings of each day, parents before children. */
    List<List<Draft<OrganizationEvent.Founded>>> foundingsByDay() {
        return structure.foundings().stream()
                .map(Draft::on)
                .distinct()
                .sorted()
                .map(day -> structure.foundings().stream()
                        .filter(f -> f.on().equals(day))
                        .toList())
                .toList();
    }
}
