package org.navette.notifier.progress;

import java.util.BitSet;

/**
 * The facts of a partition, from some offset on, whose e-mails ended before this instance took it over: read from
 * mail-deliveries. A bit a fact, so that a start without a committed position can read the whole topic.
 */
public final class DoneFacts {

    private final long from;
    private final long readFrom;
    private final BitSet done = new BitSet();
    private long readTo;

    /**
     * @param from offset in ticket-events of the first fact that matters
     * @param readFrom offset in mail-deliveries of the first record that is read
     */
    public DoneFacts(long from, long readFrom) {
        this.from = from;
        this.readFrom = readFrom;
        this.readTo = readFrom;
    }

    /** Takes in one record of mail-deliveries. */
    public void read(long deliveryOffset, long factOffset) {
        readTo(deliveryOffset + 1);
        if (factOffset >= from) {
            done.set(Math.toIntExact(factOffset - from));
        }
    }

    /** Everything before this offset of mail-deliveries has been read. */
    public void readTo(long deliveryOffset) {
        readTo = Math.max(readTo, deliveryOffset);
    }

    public boolean contains(long factOffset) {
        return factOffset >= from && factOffset - from < done.length() && done.get((int) (factOffset - from));
    }

    public int count() {
        return done.cardinality();
    }

    long readFrom() {
        return readFrom;
    }

    long readTo() {
        return readTo;
    }

    /** Whether some fact at or after the offset is among them. */
    boolean reachTo(long factOffset) {
        return factOffset < from + done.length();
    }
}
