package org.navette.bench.http;

import java.time.Duration;

/** When requests are due. All times are nanoseconds since the start of the run. */
public sealed interface Pace {

    /** When the request is due; {@code now} where it is due as soon as a connection is free. */
    long due(long index, long now);

    /** Whether there is no such request any more. */
    boolean ended(long index, long now);

    /** How long requests fall due. */
    long lengthNanos();

    /** Requests at a constant rate, whether the server keeps up or not. */
    static Pace constant(double ratePerSecond, Duration length) {
        return new Constant(ratePerSecond, length.toNanos());
    }

    /** A request as soon as the one before on the same connection was answered: finds the top rate. */
    static Pace closed(Duration length) {
        return new Closed(length.toNanos());
    }

    /** Open loop: what is late does not move what comes after it. */
    record Constant(double ratePerSecond, long lengthNanos) implements Pace {

        public Constant {
            if (!(ratePerSecond > 0)) {
                throw new IllegalArgumentException("not a rate: " + ratePerSecond);
            }
        }

        @Override
        public long due(long index, long now) {
            return (long) (index * 1e9 / ratePerSecond);
        }

        @Override
        public boolean ended(long index, long now) {
            return due(index, now) >= lengthNanos;
        }
    }

    /** Closed loop: the server sets the pace. */
    record Closed(long lengthNanos) implements Pace {

        @Override
        public long due(long index, long now) {
            return now;
        }

        @Override
        public boolean ended(long index, long now) {
            return now >= lengthNanos;
        }
    }
}
