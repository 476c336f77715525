package vn.nentang.shell.command;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something worked out on a second processor meanwhile. What goes wrong there is thrown where the outcome is asked for. */
final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Beside<T> start(String name, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofPlatform().name(name).daemon().start(task);
        return new Beside<>(task);
    }

    /** Waits for it, also when interrupted, as Spring does to a start that waits when the process is asked to end. */
    T get() {
        var outcome = Optional.<T>empty();
        while (outcome.isEmpty()) {
            try {
                outcome = Optional.of(task.get());
            } catch (InterruptedException _) {
                // What was begun is waited for, to be closed; that the process ends is told by Ending.
            } catch (ExecutionException e) {
                throw thrown(e);
            }
        }
        return outcome.get();
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException own -> own;
            case Error own -> throw own;
            case null, default -> new IllegalStateException(e);
        };
    }
}
