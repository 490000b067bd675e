package org.navette.drill.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends tickets at a steady rate, whatever is answered, to the intakes in turn: singly, with and without a key, waiting
 * for the verdict or not, and in bulk. Under a key a client repeats until it has an answer that is final, and now and
 * then once more, as clients do whose answer got lost.
 */
public final class SteadyLoad implements AutoCloseable {

    private static final int BULK = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long REPEAT_MILLIS = 1_000;

    private final List<URI> intakes;
    private final int rate;
    private final Random random;
    private final Submissions submissions;
    private final Client client = new Client();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Phaser open = new Phaser(1);
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private int turn;
    private double owed;
    private long last;
    private volatile boolean running;

    /** Until when a client that has no final answer repeats: a pipeline that stays broken must not hold the drill. */
    private volatile long repeatUntil;

    /** @param rate tickets a second */
    public SteadyLoad(List<URI> intakes, int rate, Random random) {
        this.intakes = intakes;
        this.rate = rate;
        this.random = random;
        this.submissions = new Submissions(random);
        timer.scheduleAtFixedRate(this::tick, 0, 10, TimeUnit.MILLISECONDS);
    }

    public synchronized void begin() {
        last = System.nanoTime();
        owed = 0;
        running = true;
    }

    /** Returns when every request has its last answer. */
    public List<Sent> end() {
        synchronized (this) {
            running = false;
            repeatUntil = System.nanoTime() + PATIENCE.toNanos();
        }
        open.arriveAndAwaitAdvance();
        var all = new ArrayList<Sent>();
        for (var one = sent.poll(); one != null; one = sent.poll()) {
            all.add(one);
        }
        return all;
    }

    private synchronized void tick() {
        if (!running) {
            return;
        }
        var now = System.nanoTime();
        owed = Math.min(rate, owed + (now - last) * 1e-9 * rate);
        last = now;
        while (owed >= 1) {
            owed -= send();
        }
    }

    /** @return how many tickets that was */
    private int send() {
        var kind = random.nextInt(100);
        if (kind == 0) {
            var lines = new ArrayList<Sent>();
            for (var i = 0; i < BULK; i++) {
                lines.add(kept(new Sent(submissions.next(), null, false)));
            }
            open.register();
            BulkUpload.send(client.http(), intake(), lines).whenComplete((done, failure) -> open.arriveAndDeregister());
            return BULK;
        }
        var keyed = kind < 40;
        var submission = submissions.next();
        var key = keyed ? UUID.randomUUID().toString() : null;
        var one = kept(new Sent(submission, key, random.nextInt(5) == 0));
        open.register();
        if (keyed) {
            untilFinal(one, random.nextInt(10) == 0 ? 1 : 0)
                    .whenComplete((done, failure) -> open.arriveAndDeregister());
        } else {
            client.submit(intake(), one)
                    .thenAccept(one::answered)
                    .whenComplete((done, failure) -> open.arriveAndDeregister());
        }
        return 1;
    }

    private CompletableFuture<Void> untilFinal(Sent one, int more) {
        return client.submit(intake(), one).thenCompose(answer -> {
            one.answered(answer);
            var isFinal = isFinal(answer);
            if (hasToEnd() || isFinal && more == 0) {
                return CompletableFuture.completedFuture(null);
            }
            return later().thenCompose(none -> untilFinal(one, isFinal ? more - 1 : more));
        });
    }

    private boolean hasToEnd() {
        return !running && System.nanoTime() - repeatUntil > 0;
    }

    private static boolean isFinal(Answer answer) {
        return switch (answer.meaning()) {
            case YES, REFUSED, STRANGE -> true;
            case NO -> answer.status() == 400;
            case UNKNOWN -> false;
        };
    }

    private CompletableFuture<Void> later() {
        var later = new CompletableFuture<Void>();
        timer.schedule(() -> later.complete(null), REPEAT_MILLIS, TimeUnit.MILLISECONDS);
        return later;
    }

    private synchronized URI intake() {
        turn = (turn + 1) % intakes.size();
        return intakes.get(turn);
    }

    private Sent kept(Sent one) {
        sent.add(one);
        return one;
    }

    @Override
    public void close() {
        running = false;
        timer.shutdownNow();
        client.close();
    }
}
