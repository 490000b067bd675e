package org.navette.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final Workers workers = new Workers();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        end.countDown();
        workers.interrupt();
        workers.join(Duration.ofSeconds(10));
    }

    @Test
    void one_that_meets_an_error_goes_on_and_shows() {
        AtomicInteger runs = new AtomicInteger();
        workers.start("postman-1", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            awaitEnd();
        });
        workers.start("postman-2", this::awaitEnd);

        await().until(() -> runs.get() == 2);
        assertThat(workers.failing()).containsOnly(Map.entry("postman-1", "java.lang.StackOverflowError"));
    }

    @Test
    void one_that_has_ended_shows() {
        workers.start("facts", () -> {});

        await().untilAsserted(() -> assertThat(workers.failing()).containsEntry("facts", "ended"));
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
