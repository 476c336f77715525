package vn.nentang.store;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose eyes the database is read with. A thread that serves nobody, such as a command's, sees everything; one that serves a
 * page sees what its viewer may, through row-level security and a role that can only read. Connections get it when they are
 * handed out.
 */
public final class Reach {

    /** Everything, with the right to record. */
    public static final Reach WHOLE = new Reach(true, "", "", "");

    /** No person's data at all. */
    public static final Reach NOBODY = new Reach(false, "", "", "");

    private static final ThreadLocal<Reach> NOW = ThreadLocal.withInitial(() -> WHOLE);

    private final boolean whole;
    private final String organizations;
    private final String committees;
    private final String self;

    private Reach(boolean whole, String organizations, String committees, String self) {
        this.whole = whole;
        this.organizations = organizations;
        this.committees = committees;
        this.self = self;
    }

    /**
     * Those who ever were on a roll of some organisations or below them, those who ever held a post of some committees or
     * below them, and oneself.
     *
     * @param self null for a reader who is nobody on record
     */
    public static Reach over(Collection<UUID> organizations, Collection<UUID> committees, @Nullable UUID self) {
        return new Reach(false, joined(organizations), joined(committees), Objects.toString(self, ""));
    }

    private static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** The reach of this thread until it is set again. Connections already handed out keep theirs. */
    public void begin() {
        NOW.set(this);
    }

    /** This thread serves nobody any more. */
    public static void end() {
        NOW.remove();
    }

    /** Does what must see everything, such as deciding and recording, whoever asked for it. */
    public static <T extends @Nullable Object> T whole(Supplier<T> work) {
        var before = NOW.get();
        NOW.set(WHOLE);
        try {
            return work.get();
        } finally {
            NOW.set(before);
        }
    }

    /** What has one answer, whoever asks: a record of what is asked about. */
    public interface Question<T> {}

    /** The same for a question, which is asked once a page however often its answer is needed for it. */
    public static <T> T whole(Question<T> question, Supplier<T> work) {
        var page = PageConnection.now();
        return page == null ? whole(work) : page.once(question, () -> whole(work));
    }

    static Reach now() {
        return NOW.get();
    }

    boolean isWhole() {
        return whole;
    }

    /** Identifiers with commas. */
    String organizations() {
        return organizations;
    }

    /** Identifiers with commas. */
    String committees() {
        return committees;
    }

    String self() {
        return self;
    }
}
