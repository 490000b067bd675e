package org.navette.query.store;

import com.mongodb.MongoExecutionTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the database may work on one request in all, however many questions that takes. */
final class TimeLimit {

    /** What the database itself says in this case. */
    private static final int EXCEEDED = 50;

    private final long end;

    private TimeLimit(long end) {
        this.end = end;
    }

    static TimeLimit from(Duration limit) {
        return new TimeLimit(System.nanoTime() + limit.toNanos());
    }

    /** @throws MongoExecutionTimeoutException where nothing is left */
    long leftMillis() {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left < 1) {
            throw new MongoExecutionTimeoutException(EXCEEDED, "the questions before this one took all the time");
        }
        return left;
    }
}
