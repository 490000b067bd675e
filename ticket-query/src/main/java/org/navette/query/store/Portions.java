package org.navette.query.store;

import com.mongodb.MongoSocketReadTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.BsonMaximumSizeExceededException;

/**
 * How much goes into one command. A database that can't write all of it within the time limit could not at the next try
 * either, and the same records would come for ever: so a command that took too long makes the next ones smaller, and only
 * ones that took little time make them larger again.
 */
final class Portions {

    private final int most;
    private final long limitNanos;
    private final AtomicInteger size;

    /** @param limit after which a command is given up */
    Portions(int most, Duration limit) {
        this.most = most;
        this.limitNanos = limit.toNanos();
        this.size = new AtomicInteger(most);
    }

    /** @throws com.mongodb.MongoException where the database did not take a portion: those before it are written */
    <T> void each(List<T> all, Consumer<List<T>> write) {
        int from = 0;
        while (from < all.size()) {
            int portion = size.get();
            List<T> part = all.subList(from, Math.min(all.size(), from + portion));
            long begun = System.nanoTime();
            try {
                write.accept(part);
            } catch (MongoSocketReadTimeoutException e) {
                resize(portion, portion / 2);
                throw e;
            }
            adapt(portion, part.size(), System.nanoTime() - begun);
            from += part.size();
        }
    }

    /**
     * The same, but for what is larger than the driver lets a document be. It doesn't say which one that is; so what it had
     * sent already may be sent again.
     */
    <T> void eachThatFits(List<T> all, Consumer<List<T>> write, Consumer<T> tooLarge) {
        each(all, portion -> writeThatFits(portion, write, tooLarge));
    }

    private static <T> void writeThatFits(List<T> portion, Consumer<List<T>> write, Consumer<T> tooLarge) {
        try {
            write.accept(portion);
        } catch (BsonMaximumSizeExceededException e) {
            if (portion.size() == 1) {
                tooLarge.accept(portion.get(0));
            } else {
                portion.forEach(one -> writeThatFits(List.of(one), write, tooLarge));
            }
        }
    }

    private void adapt(int portion, int written, long nanos) {
        if (nanos > limitNanos / 2) {
            resize(portion, portion / 2);
        } else if (written == portion && nanos < limitNanos / 8) {
            resize(portion, portion * 2);
        }
    }

    /** What another consumer has found meanwhile stays. */
    private void resize(int from, int to) {
        size.compareAndSet(from, Math.max(1, Math.min(most, to)));
    }
}
