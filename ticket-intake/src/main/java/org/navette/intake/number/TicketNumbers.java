package org.navette.intake.number;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.navette.schemas.TicketNumber;

/**
 * Gives out ticket numbers that rise within a process and are unique among processes without asking anyone: 31 bits of
 * seconds since 2026, 26 random bits drawn once a process, 18 bits that count within the second.
 */
public final class TicketNumbers {

    private static final long EPOCH = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final int NONCE_BITS = 26;
    private static final int COUNTER_BITS = 18;
    private static final int BITS_A_CHARACTER = 5;
    private static final int LOW_CHARACTERS = 7;
    private static final int LOW_BITS = LOW_CHARACTERS * BITS_A_CHARACTER;

    private final Clock clock;
    private final long nonce;

    /**
     * Seconds and counter of the last number, side by side: adding one to a full counter borrows the next second, and the
     * greater of "one more" and "now" never goes back, whatever the clock does.
     */
    private final AtomicLong last = new AtomicLong();

    public TicketNumbers(Clock clock, SecureRandom random) {
        this(clock, random.nextInt(1 << NONCE_BITS));
    }

    TicketNumbers(Clock clock, int nonce) {
        this.clock = clock;
        this.nonce = nonce;
    }

    /** Safe to call from any thread; never waits. */
    public TicketNumber next() {
        long now = Math.max(0, clock.millis() / 1_000 - EPOCH) << COUNTER_BITS;
        long mine = last.updateAndGet(before -> Math.max(before + 1, now));
        return TicketNumber.of(body(mine >>> COUNTER_BITS, mine & ((1L << COUNTER_BITS) - 1)));
    }

    private int[] body(long seconds, long counter) {
        int nonceBitsBelow = LOW_BITS - COUNTER_BITS;
        long high = seconds << (NONCE_BITS - nonceBitsBelow) | nonce >>> nonceBitsBelow;
        long low = (nonce & ((1L << nonceBitsBelow) - 1)) << COUNTER_BITS | counter;
        int[] body = new int[TicketNumber.BODY_LENGTH];
        fill(body, body.length - LOW_CHARACTERS, body.length, low);
        fill(body, 0, body.length - LOW_CHARACTERS, high);
        return body;
    }

    private static void fill(int[] body, int from, int to, long bits) {
        long rest = bits;
        for (int i = to - 1; i >= from; i--) {
            body[i] = (int) (rest & ((1 << BITS_A_CHARACTER) - 1));
            rest >>>= BITS_A_CHARACTER;
        }
    }
}
