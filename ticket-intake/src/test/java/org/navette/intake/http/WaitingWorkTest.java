package org.navette.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingWorkTest {

    private static final int NO_CROWD = 1_000;

    private final Turns turns = new Turns(2);
    private final AtomicInteger working = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void end() {
        end.complete(null);
        Turns.end();
    }

    @Test
    void itIsTakenInTheOrderInWhichItCame() throws Exception {
        WaitingWork waiting = new WaitingWork(turns, NO_CROWD);
        List<Runnable> came = come(waiting, 6);

        assertThat(take(waiting, 6)).isEqualTo(came);
        assertThat(waiting.isCrowd()).isFalse();
    }

    @Test
    void inACrowdEveryThirdIsTheNewest() throws Exception {
        WaitingWork waiting = new WaitingWork(turns, 5);
        List<Runnable> came = come(waiting, 6);

        assertThat(waiting.isCrowd()).isTrue();
        assertThat(take(waiting, 6))
                .containsExactly(came.get(0), came.get(1), came.get(5), came.get(2), came.get(3), came.get(4));
    }

    @Test
    void aCrowdIsOneUntilAThreadFindsNothing() throws Exception {
        WaitingWork waiting = new WaitingWork(turns, 1);
        come(waiting, 2);
        take(waiting, 2);
        assertThat(waiting.isCrowd()).isTrue();

        CompletableFuture<Runnable> taken = takenByAnother(waiting);

        Awaitility.await().until(() -> !waiting.isCrowd());
        come(waiting, 1);
        assertThat(taken).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void asManyWorkAsHaveATurnAndOthersInPlaceOfThoseThatWait() {
        Runnable worker = () -> {
            working.incrementAndGet();
            end.join();
        };
        Runnable waiter = () -> {
            working.incrementAndGet();
            Turns.end();
            Turns.end();
            end.join();
        };
        WaitingWork waiting = new WaitingWork(turns, NO_CROWD);
        ThreadPoolExecutor threads = threads(waiting);
        try {
            List.of(waiter, worker, waiter, worker, worker).forEach(threads::execute);

            stays(4);
            assertThat(waiting).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoHasATurnForTooLongIsTakenForOneThatWaits() {
        WaitingWork waiting = new WaitingWork(turns, NO_CROWD);
        ThreadPoolExecutor threads = threads(waiting);
        try {
            IntStream.range(0, 5)
                    .forEach(i -> threads.execute(() -> {
                        working.incrementAndGet();
                        end.join();
                    }));
            stays(2);

            turns.endThoseLongerThan(Duration.ofMinutes(1));
            stays(2);
            turns.endThoseLongerThan(Duration.ZERO);
            stays(4);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoFindsItsTurnEndedTakesAnother() throws Exception {
        WaitingWork waiting = new WaitingWork(turns, NO_CROWD);
        come(waiting, 3);
        take(waiting, 2);
        turns.endThoseLongerThan(Duration.ZERO);
        take(waiting, 1);
        CompletableFuture<Runnable> other = takenByAnother(waiting);
        CompletableFuture<Runnable> third = takenByAnother(waiting);

        come(waiting, 2);

        assertThat(CompletableFuture.anyOf(other, third)).succeedsWithin(Duration.ofSeconds(10));
        Awaitility.await().during(Duration.ofMillis(100)).until(() -> waiting.size() == 1);
        Turns.end();
        assertThat(CompletableFuture.allOf(other, third)).succeedsWithin(Duration.ofSeconds(10));
    }

    private void stays(int count) {
        Awaitility.await().until(working::get, working -> working == count);
        Awaitility.await().during(Duration.ofMillis(100)).until(working::get, working -> working == count);
    }

    private static ThreadPoolExecutor threads(WaitingWork waiting) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(5, 5, 0, TimeUnit.SECONDS, waiting);
        threads.prestartAllCoreThreads();
        return threads;
    }

    private static List<Runnable> come(WaitingWork waiting, int count) {
        List<Runnable> came = IntStream.range(0, count)
                .mapToObj(Work::new)
                .map(Runnable.class::cast)
                .toList();
        came.forEach(waiting::offer);
        return came;
    }

    private static List<Runnable> take(WaitingWork waiting, int count) {
        return Stream.generate(() -> take(waiting)).limit(count).toList();
    }

    /** In a thread of its own, which keeps the turn when it is gone. */
    private static CompletableFuture<Runnable> takenByAnother(WaitingWork waiting) {
        CompletableFuture<Runnable> taken = new CompletableFuture<>();
        Thread another = new Thread(() -> taken.complete(take(waiting)));
        another.setDaemon(true);
        another.start();
        return taken;
    }

    private static Runnable take(WaitingWork waiting) {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Work(int number) implements Runnable {
        @Override
        public void run() {
            throw new AssertionError("only taken");
        }
    }
}
