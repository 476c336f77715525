package vn.nentang.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Does one piece of work after the other on a thread of its own, in the order they were handed over, so that the next is made
 * ready meanwhile. A few wait and no more: memory stays within them.
 */
final class InTurn implements AutoCloseable {

    private final Semaphore places;
    private final ExecutorService thread;
    private CompletableFuture<Void> handedOver = CompletableFuture.completedFuture(null);

    InTurn(String name, int waitingMax) {
        this.places = new Semaphore(waitingMax);
        this.thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    /** Waits for a free place. What failed earlier is thrown here, or by {@link #await}; nothing is done after it. */
    void hand(Runnable work) {
        if (handedOver.isCompletedExceptionally()) {
            await();
        }
        places.acquireUninterruptibly();
        handedOver = handedOver.thenRunAsync(work, thread).whenComplete((_, _) -> places.release());
    }

    /** Until everything handed over is done. */
    void await() {
        try {
            handedOver.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
