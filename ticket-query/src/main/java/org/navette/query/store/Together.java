package org.navette.query.store;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Works that are done at the same time, each by a thread. */
public final class Together {

    private static final int LONGEST_COMMAND_MINUTES = 2;

    private Together() {}

    /**
     * Returns when all are done. Where one fails, the others are interrupted, since they needn't go on, and waited for: a
     * command that is under way would bring back a collection that is dropped because of the failure.
     *
     * @throws RuntimeException what the first one failed with
     * @throws IllegalStateException where this thread is interrupted
     */
    public static void run(List<Callable<Void>> works) {
        if (works.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            ExecutorCompletionService<Void> under = new ExecutorCompletionService<>(threads);
            works.forEach(under::submit);
            for (int i = 0; i < works.size(); i++) {
                under.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    private static void awaitEnd(ExecutorService threads) {
        try {
            threads.awaitTermination(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
