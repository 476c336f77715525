package vn.nentang.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The connection of a page: what is read for it one statement after the other goes over the same one, in one transaction, and
 * not each by a connection of its own that is begun, confined and rolled back. It takes on the reach of whoever asks whenever
 * that is another one. What asks while it is lent gets another connection, as without a page. Belongs to one thread.
 */
public final class PageConnection implements AutoCloseable, InvocationHandler {

    private static final ThreadLocal<@Nullable PageConnection> NOW = new ThreadLocal<>();

    private final Connection lendable = (Connection)
            Proxy.newProxyInstance(PageConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);

    private final Map<Reach.Question<?>, Object> answers = new HashMap<>();

    private @Nullable Connection kept;
    private @Nullable ReachSource source;
    private Reach inForce = Reach.WHOLE;
    private boolean inTurn;
    private boolean lent;

    private PageConnection() {}

    /** From now on this thread reads for one page, until it is closed. No connection is taken before something is read. */
    public static PageConnection begin() {
        var page = new PageConnection();
        NOW.set(page);
        return page;
    }

    /** Gives the connection back; what was not committed is not kept. */
    @Override
    public void close() throws SQLException {
        NOW.remove();
        try {
            if (kept != null) {
                kept.close();
            }
        } finally {
            if (inTurn) {
                Objects.requireNonNull(source).endTurn();
            }
        }
    }

    static @Nullable PageConnection now() {
        return NOW.get();
    }

    /** The answer to a question that was asked for this page before, or is asked now. */
    @SuppressWarnings("unchecked") // a question has answers of its own type
    <T> T once(Reach.Question<T> question, Supplier<T> asked) {
        var known = answers.get(question);
        if (known != null) {
            return (T) known;
        }
        var answer = asked.get();
        answers.put(question, answer);
        return answer;
    }

    /** The page's connection under a reach; null while somebody else uses it. */
    @Nullable
    Connection lend(ReachSource from, Reach reach) throws SQLException {
        if (lent || (source != null && source != from)) {
            return null;
        }
        if (kept == null) {
            source = from;
            inTurn = inTurn || from.awaitTurn();
            kept = from.anyConnection();
        } else if (kept.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            endTransaction();
        }
        if (inForce != reach) {
            ReachSource.confine(kept, reach);
            inForce = reach;
        }
        lent = true;
        return lendable;
    }

    private void endTransaction() throws SQLException {
        Objects.requireNonNull(kept).rollback();
        inForce = Reach.WHOLE;
    }

    /** What the borrower calls: closing is giving back, and with a transaction ends the reach that was set for it. */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                lent = false;
                return null;
            }
            case "isClosed" -> {
                return !lent;
            }
            case "commit", "rollback" -> {
                // To a savepoint it goes on under the same reach.
                if (arguments == null) {
                    inForce = Reach.WHOLE;
                }
            }
            // Possible only before the first statement of a transaction.
            case "setTransactionIsolation", "setReadOnly" -> endTransaction();
            default -> {}
        }
        try {
            return method.invoke(kept, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
