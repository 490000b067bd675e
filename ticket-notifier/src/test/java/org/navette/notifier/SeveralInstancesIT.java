package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.ChildProcess;

/** What another instance, or the same one later, does about facts that were already mailed. */
class SeveralInstancesIT {

    private static final int MAILS = 1_500;
    private static final int CONNECTIONS = 8;

    @TempDir
    static Path directory;

    private static Stack stack;
    private final List<String> numbers = new ArrayList<>();
    private long mailsBefore;

    @BeforeAll
    static void start() {
        stack = new Stack(directory);
    }

    /** A group of its own each time, which knows nothing of the last one's members: only mail-deliveries says what was mailed. */
    @BeforeEach
    void begin(TestInfo test) {
        stack.useGroup(test.getTestMethod().orElseThrow().getName());
        mailsBefore = stack.mail().count();
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
    void instances_that_come_and_go_share_the_mails_without_repeating_any() {
        var first = stack.startNotifier();
        deposit(MAILS);
        await().atMost(Duration.ofSeconds(180)).until(() -> mails() > 100);
        stack.startNotifier();
        await().atMost(Duration.ofSeconds(180)).until(() -> mails() > 600);
        stack.stop(first);

        everyMailIsThere();
        assertThat(mails()).isEqualTo(MAILS);
    }

    @Test
    void lost_positions_repeat_no_mail() {
        int outcomes = stack.deliveries().size();
        deposit(200);
        var first = stack.startNotifier();
        await().atMost(Duration.ofSeconds(180))
                .until(() -> mails() == 200 && stack.deliveries().size() == outcomes + 200);
        stack.stop(first);
        stack.forgetPositions("lost_positions_repeat_no_mail");
        stack.startNotifier();
        deposit(1);

        await().atMost(Duration.ofSeconds(180)).until(() -> mails() > 200);
        assertThat(mails()).isEqualTo(201);
        // An outcome is told after its mail was taken.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stack.deliveries()).hasSize(outcomes + 201));
    }

    @Test
    void an_instance_that_is_killed_repeats_at_most_what_it_was_sending() throws Exception {
        deposit(MAILS);
        ChildProcess killed = stack.startNotifierProcess(directory.resolve("killed.log"));
        await().atMost(Duration.ofSeconds(180)).until(() -> mails() > 300);
        killed.kill();
        stack.startNotifier();

        everyMailIsThere();
        assertThat(mails()).isLessThanOrEqualTo(MAILS + CONNECTIONS);
    }

    @Test
    void an_instance_that_was_frozen_does_not_go_on_with_what_another_took_over() throws Exception {
        deposit(MAILS);
        ChildProcess frozen = stack.startNotifierProcess(directory.resolve("frozen.log"));
        await().atMost(Duration.ofSeconds(180)).until(() -> mails() > 100);
        signal("-STOP", frozen);
        stack.startNotifier();
        everyMailIsThere();
        signal("-CONT", frozen);
        String number = deposit(1).get(0);

        await().atMost(Duration.ofSeconds(180))
                .until(() -> !stack.mailsOf(number, 1).isEmpty());
        await().during(Duration.ofSeconds(2)).until(() -> mails() <= MAILS + 1 + CONNECTIONS);
        frozen.kill();
    }

    private long mails() {
        return stack.mail().count() - mailsBefore;
    }

    private List<String> deposit(int count) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = FactMother.number();
            added.add(number);
            stack.happened(FactMother.opened(number, "a" + i + "@dupont.example"));
        }
        numbers.addAll(added);
        return added;
    }

    private void everyMailIsThere() {
        await().atMost(Duration.ofSeconds(180)).until(() -> numbers.stream()
                .noneMatch(number -> stack.mailsOf(number, 1).isEmpty()));
    }

    private static void signal(String signal, ChildProcess process) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
