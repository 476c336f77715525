package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.MembershipEvent.Admitted;
import vn.nentang.membership.MembershipEvent.Arrived;
import vn.nentang.membership.MembershipEvent.Departed;
import vn.nentang.membership.MembershipEvent.Enrolled;
import vn.nentang.membership.MembershipEvent.Exempted;
import vn.nentang.membership.MembershipEvent.FactsRecorded;
import vn.nentang.membership.MembershipEvent.Left;
import vn.nentang.membership.MembershipEvent.PersonRegistered;
import vn.nentang.membership.MembershipEvent.Recognised;
import vn.nentang.membership.MembershipEvent.Reinstated;
import vn.nentang.membership.MembershipEvent.Restored;
import vn.nentang.membership.MembershipEvent.Resumed;
import vn.nentang.membership.MembershipEvent.Suspended;
import vn.nentang.membership.MembershipEvent.TemporaryActivityEnded;
import vn.nentang.membership.MembershipEvent.TemporaryActivityStarted;
import vn.nentang.membership.MembershipEvent.Transferred;
import vn.nentang.membership.People.Situation;

/** The forms of all that can happen to a person in Party life, as the member's form stands on a day. */
final class MemberForms {

    private static final String DIED = "died";

    static final Question<OrganizationId> CELL = Question.cell("cell");
    private static final Question<OrganizationId> CELL_IF_TOLD = CELL.orNothing();
    static final Question<String> STANDING = Question.word("standing", "standing.", "full", "probationary");
    private static final Question<String> STANDING_IF_TOLD = STANDING.orNothing();
    static final Question<String> ORIGIN = Question.code("origin", "arrival-origin");
    static final Question<String> FROM = Question.line("from", 200).orNothing();
    private static final Question<String> DESTINATION = Question.code("destination", "arrival-origin");
    private static final Question<String> TO = Question.line("to", 200).orNothing();
    private static final Question<OrganizationId> VISITED =
            Question.cell("visited").orNothing();
    private static final Question<String> PLACE = Question.line("place", 200).orNothing();
    private static final Question<LocalDate> UNTIL = Question.day("until").orNothing();
    private static final Question<String> CAUSE = Question.code("cause", "leave-cause");

    /**
     * Whom an act is about.
     *
     * @param corrected what the entry that is mended says of the file; empty for an act of its own
     */
    record Whose(PersonId person, List<Fact> corrected) {}

    /** A form, and in which situation it makes sense. */
    record Offer(ActForm<Whose, ? extends MembershipEvent> form, Predicate<Situation> possible) {}

    private final FileQuestions file;
    private final List<Offer> offers;

    MemberForms(FileQuestions file) {
        this.file = file;
        this.offers = List.of(
                new Offer(recognise(), Situation::probationary),
                new Offer(admit(), s -> !s.member()),
                new Offer(arrive(), s -> !s.onRoll() && !s.left()),
                new Offer(enrol(), s -> !s.onRoll() && !s.left()),
                new Offer(transfer(), Situation::onRoll),
                new Offer(depart(), Situation::onRoll),
                new Offer(visit(), s -> s.onRoll() && !s.visiting()),
                new Offer(
                        plain("visit-end", TemporaryActivityEnded.class, TemporaryActivityEnded::new),
                        Situation::visiting),
                new Offer(plain("exempt", Exempted.class, Exempted::new), s -> s.onRoll() && !s.exempt()),
                new Offer(plain("resume", Resumed.class, Resumed::new), Situation::exempt),
                new Offer(suspend(), s -> s.onRoll() && !s.suspended()),
                new Offer(plain("reinstate", Reinstated.class, Reinstated::new), Situation::suspended),
                new Offer(facts(), _ -> true),
                new Offer(card(), s -> s.member() || s.onRoll()),
                new Offer(died(), s -> s.member() || s.onRoll()),
                new Offer(leave(), s -> s.member() || s.onRoll()),
                new Offer(restore(), Situation::left),
                new Offer(register(), _ -> false));
    }

    private static <E extends MembershipEvent> ActForm<Whose, E> plain(
            String code, Class<E> event, Function<PersonId, E> building) {
        return ActForm.plain(code, event, whose -> building.apply(whose.person()));
    }

    private static ActForm<Whose, Recognised> recognise() {
        return new ActForm<>(
                "recognise",
                Recognised.class,
                true,
                List.of(),
                (whose, answers) -> new Recognised(whose.person(), answers.day()),
                recognised -> Optional.of(dayOf(recognised.on())));
    }

    private static Typed dayOf(PartialDate day) {
        return Typed.NOTHING.with(Head.DAY_AS_FAR_AS_KNOWN, day);
    }

    private static ActForm<Whose, Admitted> admit() {
        return new ActForm<>(
                "admit",
                Admitted.class,
                true,
                List.of(CELL_IF_TOLD),
                (whose, answers) ->
                        new Admitted(whose.person(), answers.find(CELL_IF_TOLD).orElse(null), answers.day()),
                admitted -> Optional.of(dayOf(admitted.on()).with(CELL_IF_TOLD, admitted.cell())));
    }

    private static ActForm<Whose, Enrolled> enrol() {
        return new ActForm<>(
                "enrol",
                Enrolled.class,
                false,
                List.of(CELL, STANDING_IF_TOLD),
                (whose, answers) -> new Enrolled(
                        whose.person(),
                        answers.of(CELL),
                        answers.find(STANDING_IF_TOLD).orElse(null)),
                enrolled -> Optional.of(
                        Typed.NOTHING.with(CELL, enrolled.cell()).with(STANDING_IF_TOLD, enrolled.standing())));
    }

    private static ActForm<Whose, Arrived> arrive() {
        return new ActForm<>(
                "arrive",
                Arrived.class,
                false,
                List.of(CELL, ORIGIN, FROM),
                (whose, answers) -> new Arrived(
                        whose.person(),
                        answers.of(CELL),
                        answers.of(ORIGIN),
                        answers.find(FROM).orElse(null)),
                arrived -> Optional.of(Typed.NOTHING
                        .with(CELL, arrived.cell())
                        .with(ORIGIN, arrived.origin())
                        .with(FROM, arrived.from())));
    }

    private static ActForm<Whose, Transferred> transfer() {
        return new ActForm<>(
                "transfer",
                Transferred.class,
                false,
                List.of(CELL),
                (whose, answers) -> new Transferred(whose.person(), answers.of(CELL)),
                transferred -> Optional.of(Typed.NOTHING.with(CELL, transferred.to())));
    }

    private static ActForm<Whose, Departed> depart() {
        return new ActForm<>(
                "depart",
                Departed.class,
                false,
                List.of(DESTINATION, TO),
                (whose, answers) -> new Departed(
                        whose.person(),
                        answers.of(DESTINATION),
                        answers.find(TO).orElse(null)),
                departed -> Optional.of(
                        Typed.NOTHING.with(DESTINATION, departed.destination()).with(TO, departed.to())));
    }

    private static ActForm<Whose, TemporaryActivityStarted> visit() {
        return new ActForm<>(
                "visit",
                TemporaryActivityStarted.class,
                false,
                List.of(VISITED, PLACE),
                (whose, answers) -> new TemporaryActivityStarted(
                        whose.person(),
                        answers.find(VISITED).orElse(null),
                        answers.find(PLACE).orElse(null)),
                started ->
                        Optional.of(Typed.NOTHING.with(VISITED, started.cell()).with(PLACE, started.place())));
    }

    private static ActForm<Whose, Suspended> suspend() {
        return new ActForm<>(
                "suspend",
                Suspended.class,
                false,
                List.of(UNTIL),
                (whose, answers) ->
                        new Suspended(whose.person(), answers.find(UNTIL).orElse(null)),
                suspended -> Optional.of(Typed.NOTHING.with(UNTIL, suspended.until())));
    }

    private static ActForm<Whose, Left> died() {
        return ActForm.newOnly(DIED, Left.class, List.of(), (whose, _) -> new Left(whose.person(), DIED));
    }

    private static ActForm<Whose, Left> leave() {
        return new ActForm<>(
                "leave",
                Left.class,
                false,
                List.of(CAUSE),
                (whose, answers) -> new Left(whose.person(), answers.of(CAUSE)),
                left -> Optional.of(Typed.NOTHING.with(CAUSE, left.cause())));
    }

    private static ActForm<Whose, Restored> restore() {
        return new ActForm<>(
                "restore",
                Restored.class,
                false,
                List.of(CELL),
                (whose, answers) -> new Restored(whose.person(), answers.of(CELL)),
                restored -> Optional.of(Typed.NOTHING.with(CELL, restored.cell())));
    }

    /** Shows the whole file; what it holds is filled in by whoever shows it. */
    private ActForm<Whose, FactsRecorded> facts() {
        return new ActForm<>(
                "facts",
                FactsRecorded.class,
                false,
                List.of(),
                (whose, answers) -> new FactsRecorded(whose.person(), file.mended(whose.corrected(), answers)),
                _ -> Optional.of(Typed.NOTHING));
    }

    private static ActForm<Whose, FactsRecorded> card() {
        return ActForm.newOnly(
                "card",
                FactsRecorded.class,
                List.of(FileQuestions.CARD_NUMBER),
                (whose, answers) -> new FactsRecorded(
                        whose.person(), List.of(new Fact(Fact.CARD_NUMBER, answers.of(FileQuestions.CARD_NUMBER)))));
    }

    private ActForm<Whose, PersonRegistered> register() {
        return new ActForm<>(
                "register",
                PersonRegistered.class,
                false,
                List.of(),
                (whose, answers) -> new PersonRegistered(
                        whose.person(),
                        file.mended(whose.corrected(), answers).stream()
                                .filter(fact -> fact.value() != null)
                                .toList()),
                _ -> Optional.of(Typed.NOTHING));
    }

    /** Whether the form shows the boxes of the file. */
    static boolean showsFile(ActForm<?, ?> form) {
        return form.code().equals("facts") || form.code().equals("register");
    }

    /** What an entry says of the file; empty for other entries. */
    static List<Fact> factsOf(@Nullable LedgerEvent event) {
        return switch (event) {
            case FactsRecorded recorded -> recorded.facts();
            case PersonRegistered registered -> registered.facts();
            case null, default -> List.of();
        };
    }

    List<ActForm<Whose, ? extends MembershipEvent>> offered(Situation situation) {
        return offers.stream()
                .filter(offer -> offer.possible().test(situation))
                .<ActForm<Whose, ? extends MembershipEvent>>map(Offer::form)
                .toList();
    }

    Optional<ActForm<Whose, ? extends MembershipEvent>> named(String code) {
        return offers.stream()
                .<ActForm<Whose, ? extends MembershipEvent>>map(Offer::form)
                .filter(form -> form.code().equals(code))
                .findFirst();
    }

    /** The form that mends an event. */
    Optional<ActForm<Whose, ? extends MembershipEvent>> mending(LedgerEvent event) {
        return offers.stream()
                .<ActForm<Whose, ? extends MembershipEvent>>map(Offer::form)
                .filter(form -> form.answersOf(event).isPresent())
                .findFirst();
    }

    Typed known(Map<String, String> facts) {
        return file.known(facts);
    }
}
