package org.navette.intake.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.navette.intake.publish.InFlight;
import org.navette.messages.TicketVerdict;

/** Who waits for which verdict, on this instance. */
public final class Verdicts {

    /**
     * How long after its client was answered a verdict is still waited for: a broker that was away is back by then, and the
     * router has judged what came before.
     */
    public static final Duration LATEST = Duration.ofMinutes(1);

    private final ConcurrentHashMap<String, List<CompletableFuture<TicketVerdict>>> waiting = new ConcurrentHashMap<>();
    private final InFlight waiters;

    /** Partitions that this instance reads from a position that is known: a verdict written from now on will be seen. */
    private volatile int[] partitions = {};

    public Verdicts(int maxWaiters) {
        this.waiters = new InFlight(maxWaiters);
    }

    /**
     * Begins to wait; to be called before the submission is published. {@link Waiting#stop()} must follow.
     *
     * @return empty where this instance reads no verdicts at the moment, or too many wait
     */
    public Optional<Waiting> await(String ticketNumber) {
        int[] read = partitions;
        if (read.length == 0 || !waiters.tryEnter()) {
            return Optional.empty();
        }
        CompletableFuture<TicketVerdict> verdict = new CompletableFuture<>();
        waiting.compute(ticketNumber, (number, others) -> {
            List<CompletableFuture<TicketVerdict>> all = others == null ? new ArrayList<>(1) : new ArrayList<>(others);
            all.add(verdict);
            return all;
        });
        int partition = read[ThreadLocalRandom.current().nextInt(read.length)];
        return Optional.of(new Waiting(partition, verdict, () -> forget(ticketNumber, verdict)));
    }

    boolean isAwaited(String ticketNumber) {
        return waiting.containsKey(ticketNumber);
    }

    void arrived(TicketVerdict verdict) {
        waiting.getOrDefault(verdict.getTicketNumber(), List.of()).forEach(waiter -> waiter.complete(verdict));
    }

    void reads(int[] assigned) {
        partitions = assigned.clone();
    }

    private void forget(String ticketNumber, CompletableFuture<TicketVerdict> verdict) {
        waiters.leave();
        waiting.computeIfPresent(ticketNumber, (number, all) -> {
            List<CompletableFuture<TicketVerdict>> others = new ArrayList<>(all);
            others.remove(verdict);
            return others.isEmpty() ? null : others;
        });
    }

    /**
     * @param partition that the router must answer in
     * @param verdict done when it did
     */
    public record Waiting(int partition, CompletableFuture<TicketVerdict> verdict, Runnable onStop) {
        public void stop() {
            onStop.run();
        }
    }
}
