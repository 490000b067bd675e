package org.navette.bench.measure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Outcomes of what other threads do. */
final class Results {

    private Results() {}

    static <T> T of(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
