package vn.nentang.kernel;

import java.util.List;

/** What a rule answers to a request: the events to record, or every reason against, most serious first. */
public sealed interface Decision<E> {

    record Recorded<E>(List<E> events) implements Decision<E> {
        public Recorded {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(List<Refusal> reasons) implements Decision<E> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    static <E> Decision<E> record(E event) {
        return new Recorded<>(List.of(event));
    }

    static <E> Decision<E> of(List<Refusal> reasons, E event) {
        return reasons.isEmpty() ? record(event) : new Refused<>(reasons);
    }
}
