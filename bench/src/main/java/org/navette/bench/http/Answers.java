package org.navette.bench.http;

import java.nio.ByteBuffer;

/** Who wants to see the answers, and not only how long they took. Called by the generator's only thread. */
public interface Answers {

    /** Nobody. */
    Answers IGNORED = (dueNanos, status, body) -> {};

    /** The run begins: what {@code dueNanos} counts from, by the clock that the services use. */
    default void started(long epochMillis) {}

    /**
     * An answer is there.
     *
     * @param dueNanos when its request was due, since the start of the run
     * @param body valid during the call; empty where the generator was not asked to keep bodies
     */
    void answered(long dueNanos, int status, ByteBuffer body);
}
