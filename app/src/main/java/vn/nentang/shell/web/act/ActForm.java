package vn.nentang.shell.web.act;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nentang.ledger.LedgerEvent;

/**
 * One kind of act as a form: what it asks, which event the answers become, and what a recorded event had answered.
 *
 * @param code in the address, and in the keys of its name
 * @param partialDay whether the day may be known only in part
 * @param recorded empty where this form cannot mend such an event
 * @param <S> whom or what the act is about
 */
record ActForm<S, E extends LedgerEvent>(
        String code,
        Class<E> event,
        boolean partialDay,
        List<Question<?>> questions,
        Building<S, E> building,
        Function<E, Optional<Typed>> recorded) {

    interface Building<S, E> {
        E build(S about, Answers answers);
    }

    /** Asks nothing but day and paper. */
    static <S, E extends LedgerEvent> ActForm<S, E> plain(String code, Class<E> event, Function<S, E> building) {
        return new ActForm<>(
                code, event, false, List.of(), (about, _) -> building.apply(about), _ -> Optional.of(Typed.NOTHING));
    }

    /** One that is offered for new acts only; another form mends what it recorded. */
    static <S, E extends LedgerEvent> ActForm<S, E> newOnly(
            String code, Class<E> event, List<Question<?>> questions, Building<S, E> building) {
        return new ActForm<>(code, event, false, questions, building, _ -> Optional.empty());
    }

    /** What a recorded event had answered; empty where it is of another kind. */
    Optional<Typed> answersOf(LedgerEvent happened) {
        return event.isInstance(happened) ? recorded.apply(event.cast(happened)) : Optional.empty();
    }
}
