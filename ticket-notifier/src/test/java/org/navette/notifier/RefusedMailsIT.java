package org.navette.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;

class RefusedMailsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
    void an_address_refused_for_good_ends_as_undeliverable_and_holds_nobody_up() {
        stack.startNotifier("navette.notifier.smtp.connections=1");
        String refused = FactMother.number();
        String other = FactMother.number();
        stack.happened(FactMother.opened(refused, "nobody@refused.example"));
        stack.happened(FactMother.opened(other, "jeanne@dupont.example"));

        await().atMost(PATIENCE).until(() -> isEnded(refused) && isEnded(other));
        assertThat(stack.mailsOf(other, 1)).hasSize(1);
        MailDelivery ended = outcomeOf(refused);
        assertThat(ended.getOutcome()).isEqualTo(MailOutcome.UNDELIVERABLE);
        assertThat(ended.getReason()).startsWith("550").doesNotContain("nobody");
        assertThat(letters(refused)).singleElement().satisfies(letter -> {
            assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo("ticket-events");
            assertThat(header(letter, "kafka_dlt-exception-message"))
                    .startsWith("550")
                    .doesNotContain("nobody");
        });
    }

    @Test
    void what_is_no_address_is_undeliverable_without_being_offered() {
        stack.startNotifier();
        String number = FactMother.number();
        stack.happened(FactMother.opened(number, "a@dupont.example>\r\nRCPT TO:<b@dupont.example"));

        await().atMost(PATIENCE).until(() -> isEnded(number));
        assertThat(outcomeOf(number).getOutcome()).isEqualTo(MailOutcome.UNDELIVERABLE);
        assertThat(stack.mailsOf(number, 1)).isEmpty();
    }

    @Test
    void a_ticket_that_is_put_off_waits_alone_and_is_given_up_in_the_end() {
        stack.startNotifier("navette.notifier.smtp.connections=1", "navette.notifier.delivery.give-up-after=3s");
        String busy = FactMother.number();
        // Behind it in its partition: another one may be opened only when the first has been given up.
        String other = stack.numberIn(partition -> partition == stack.partitionOf(busy));
        stack.happened(FactMother.opened(busy, "somebody@busy.example"));
        stack.happened(FactMother.requested(busy, 2, "somebody@dupont.example"));
        stack.happened(FactMother.opened(other, "jeanne@dupont.example"));

        await().atMost(PATIENCE).until(() -> !stack.mailsOf(other, 1).isEmpty());
        assertThat(stack.mailsOf(busy, 2))
                .as("the second keeps behind the first")
                .isEmpty();

        await().atMost(PATIENCE).until(() -> !stack.mailsOf(busy, 2).isEmpty());
        assertThat(outcomeOf(busy).getOutcome()).isEqualTo(MailOutcome.GIVEN_UP);
        assertThat(outcomeOf(busy).getAttempts()).isGreaterThan(2);
        assertThat(letters(busy)).hasSize(1);
    }

    private static boolean isEnded(String number) {
        return outcomes(number).findAny().isPresent();
    }

    private static MailDelivery outcomeOf(String number) {
        return outcomes(number).findAny().orElseThrow();
    }

    private static Stream<MailDelivery> outcomes(String number) {
        return stack.deliveries().stream()
                .filter(delivery -> delivery.getTicketNumber().equals(number) && delivery.getVersion() == 1);
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String number) {
        return stack.records(Stack.dlt()).stream()
                .filter(letter -> Arrays.equals(letter.key(), number.getBytes(UTF_8)))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
