package vn.nentang.access;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.store.Reach;

/** What concerns accounts is no member's data: it is read and written whoever's page is being made. */
record WholeTransactions(TransactionOperations inner) implements TransactionOperations {

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return Reach.whole(() -> inner.execute(action));
    }
}
