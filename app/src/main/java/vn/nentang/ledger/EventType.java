package vn.nentang.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The stored name of a kind of event: written by hand, versioned, never derived from the class, never reused.
 *
 * @param name for example {@code membership.admitted.v1}
 * @param subjects who or what the event concerns, as filed in the ledger ({@code person:…}, {@code organization:…})
 */
public record EventType<E extends LedgerEvent>(String name, Class<E> event, Function<E, List<String>> subjects) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)\\.v[1-9][0-9]*");

    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An event type is named module.what-happened.vN, not " + name);
        }
    }

    List<String> subjectsOf(LedgerEvent happened) {
        return subjects.apply(event.cast(happened)).stream().distinct().sorted().toList();
    }
}
