package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.TicketOpened;
import org.springframework.context.ConfigurableApplicationContext;

/** Facts of which nobody knows any more whether they were mailed, and positions that nothing stands at. */
class OldAndLostIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String GROUP = "ticket-notifier";

    private static Stack stack;

    @BeforeAll
    static void start(@TempDir Path directory) {
        stack = new Stack(directory);
    }

    @AfterEach
    void stopNotifiers() {
        stack.stopNotifiers();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void a_fact_older_than_sixty_days_is_not_mailed_but_counted() {
        ConfigurableApplicationContext notifier = stack.startNotifier();
        TicketOpened old = FactMother.opened(FactMother.number(), "jeanne@dupont.example");
        old.getFact().setOccurredAt(Instant.now().minus(61, ChronoUnit.DAYS));
        TicketOpened recent = FactMother.opened(FactMother.number(), "jeanne@dupont.example");
        recent.getFact().setOccurredAt(Instant.now().minus(59, ChronoUnit.DAYS));
        stack.happened(old);
        stack.happened(recent);

        await().atMost(PATIENCE).until(() -> forgotten(notifier) == 1);
        await().atMost(PATIENCE).until(() -> !stack.mailsOf(recent.getFact().getTicketNumber(), 1)
                .isEmpty());
        assertThat(stack.mailsOf(old.getFact().getTicketNumber(), 1)).isEmpty();
        assertThat(stack.records(Stack.dlt())).isEmpty();
    }

    @Test
    void a_partition_whose_position_lies_outside_the_log_stands_still_and_the_others_go_on() {
        String here = FactMother.number();
        stack.happened(FactMother.opened(here, "jeanne@dupont.example"));
        int partition = stack.partitionOf(here);
        stack.setPosition(GROUP, partition, 1_000_000);
        String elsewhere = stack.numberIn(other -> other != partition);
        String stuck = stack.numberIn(other -> other == partition);
        stack.happened(FactMother.opened(stuck, "jeanne@dupont.example"));
        stack.happened(FactMother.opened(elsewhere, "jeanne@dupont.example"));

        ConfigurableApplicationContext notifier = stack.startNotifier();
        await().atMost(PATIENCE).until(() -> !stack.mailsOf(elsewhere, 1).isEmpty());
        await().atMost(PATIENCE).until(() -> Stack.readiness(notifier) == 503);
        assertThat(stack.mailsOf(stuck, 1)).isEmpty();
        stack.stop(notifier);

        stack.setPosition(GROUP, partition, 0);
        ConfigurableApplicationContext again = stack.startNotifier();
        await().atMost(PATIENCE).until(() -> !stack.mailsOf(stuck, 1).isEmpty());
        await().atMost(PATIENCE).until(() -> Stack.readiness(again) == 200);
        assertThat(stack.mailsOf(here, 1)).hasSize(1);
    }

    private static double forgotten(ConfigurableApplicationContext notifier) {
        var counter = notifier.getBean(MeterRegistry.class)
                .find("navette.mails")
                .tag("outcome", "forgotten")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
