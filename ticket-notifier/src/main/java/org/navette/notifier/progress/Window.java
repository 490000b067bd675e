package org.navette.notifier.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The facts of a partition that were fetched and are not all done: facts end in any order, but a position says that
 * everything before it is done. Safe for use by several threads.
 */
public final class Window {

    private static final long NO_DELIVERY = Long.MAX_VALUE;

    /** So many outcomes, at most, are read by a restart without need. */
    private static final long FACTS_A_BLOCK = 1_024;

    private final DoneFacts doneBefore;
    private final TreeSet<Long> open = new TreeSet<>();
    /**
     * Where the outcomes of facts that are done ahead of an open one begin in mail-deliveries, by blocks of facts: behind
     * one ticket that is put off for a day there may be millions.
     */
    private final NavigableMap<Long, Long> doneAhead = new TreeMap<>();
    /** Being mailed: with an offset in mail-deliveries that its outcome can't lie before. */
    private final Map<Long, Long> running = new HashMap<>();

    private long nextFact;
    private long nextDelivery;

    /** @param from offset of the first fact that will be added */
    public Window(long from, DoneFacts doneBefore) {
        this.nextFact = from;
        this.doneBefore = doneBefore;
        this.nextDelivery = doneBefore.readTo();
    }

    /** Takes in the next fact of the partition; false where its e-mail has ended already. */
    public synchronized boolean add(long fact) {
        nextFact = fact + 1;
        return !doneBefore.contains(fact) && open.add(fact);
    }

    /** An attempt begins. Without this call before it, a restart could overlook its outcome. */
    public synchronized void starts(long fact) {
        running.put(fact, nextDelivery);
    }

    /** An attempt ended without an outcome. */
    public synchronized void putOff(long fact) {
        running.remove(fact);
    }

    /** There is nothing to send, or nothing that could be. */
    public synchronized void done(long fact) {
        running.remove(fact);
        open.remove(fact);
    }

    /** The outcome stands in mail-deliveries at this offset. */
    public synchronized void done(long fact, long delivery) {
        running.remove(fact);
        nextDelivery = Math.max(nextDelivery, delivery + 1);
        if (open.remove(fact)) {
            doneAhead.merge(fact / FACTS_A_BLOCK, delivery, Math::min);
        }
    }

    public synchronized Position position() {
        long committed = open.isEmpty() ? nextFact : open.first();
        if (open.isEmpty()) {
            doneAhead.clear();
        } else {
            doneAhead.headMap(committed / FACTS_A_BLOCK).clear();
        }
        long needed = Stream.of(doneAhead.values(), running.values())
                .flatMapToLong(offsets -> offsets.stream().mapToLong(Long::longValue))
                .min()
                .orElse(NO_DELIVERY);
        long readBefore = doneBefore.reachTo(committed) ? doneBefore.readFrom() : NO_DELIVERY;
        return new Position(
                committed, LongStream.of(needed, readBefore, nextDelivery).min().getAsLong());
    }

    public synchronized int open() {
        return open.size();
    }
}
