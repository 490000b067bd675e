package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.ActionType;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.Parts;
import org.navette.router.ActionMother;
import org.navette.router.DirectoryMother;
import org.navette.schemas.DeadLetterSize;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** Whatever lies in a topic: it goes to the dead letters with its cause, and the partition goes on. */
class PoisonIT {

    private static final long SEED = 20261123;

    /** The router begins with what other tests left in the topics, and each look reads a topic whole. */
    private static final ConditionFactory PATIENCE =
            await().pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(120));

    private static Pipeline pipeline;
    private static RouterInstance router;

    @BeforeAll
    static void start(@TempDir Path state) {
        pipeline = new Pipeline(Parts.bootstrapServers(), Parts.registryUrl());
        router = new RouterInstance(Parts.bootstrapServers(), Parts.registryUrl(), "poison-it", state);
        PATIENCE.until(router::isReady);
    }

    @AfterAll
    static void stop() {
        router.close();
        pipeline.close();
    }

    @Test
    void aRecordWithASchemaThatTheRegistryDoesNotKnowIsADeadLetter() {
        byte[] unknown =
                ByteBuffer.allocate(20).put((byte) 0).putInt(987_654_321).array();
        assertDeadLetter(Topics.TICKETS_SUBMITTED, "unknown-schema", unknown);
    }

    @Test
    void aTruncatedRecordIsADeadLetter() {
        TicketSubmitted submission = aTechnicalSubmission();
        byte[] whole = pipeline.bytes(Topics.TICKETS_SUBMITTED, submission);
        assertDeadLetter(Topics.TICKETS_SUBMITTED, "truncated", Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aRecordOfAlmostTheLargestSizeIsADeadLetter() {
        assertDeadLetter(Topics.TICKETS_SUBMITTED, "huge", new byte[1_000_000]);
    }

    @Test
    void aRecordThatIsLargerThanADeadLetterIsOneWithoutItsValue() {
        pipeline.sendCompressed(Topics.TICKETS_SUBMITTED, "compressed", new byte[12_000_000]);

        PATIENCE.untilAsserted(() -> assertThat(deadLetters("compressed")).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetters("compressed").get(0);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetterSize.VALUE_LEFT_OUT)).isEqualTo("12000000");
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo(Topics.TICKETS_SUBMITTED.name());
        assertAllPartitionsGoOn();
    }

    @Test
    void aGoodRecordUnderAKeyThatIsLargerThanADeadLetterIsOneWithoutBoth() {
        byte[] good = pipeline.bytes(Topics.TICKETS_SUBMITTED, aTechnicalSubmission());
        pipeline.sendCompressed(Topics.TICKETS_SUBMITTED, "k".repeat(12_000_000), good);

        PATIENCE.untilAsserted(() -> assertThat(pipeline.readBytes(
                        RouterTopics.DEAD_LETTERS,
                        letter -> letter.key() == null
                                && header(letter, "__streams.errors.message").contains("a key of more than")))
                .hasSize(1));
        assertAllPartitionsGoOn();
    }

    @Test
    void aRecordOfAnotherTypeIsADeadLetter() {
        byte[] action = pipeline.bytes(Topics.TICKET_ACTIONS, ActionMother.bySupport(ActionType.TAKE, "T"));
        assertDeadLetter(Topics.TICKETS_SUBMITTED, "another-type", action);
        assertDeadLetter(Topics.BUSINESS_OBJECTS, "not-an-object", action);
        assertDeadLetter(Topics.ORGANISATIONS, "not-an-organisation", action);
    }

    @Test
    void garbledRecordsOfEachTopicStopNobody() {
        Random random = new Random(SEED);
        garble(Topics.TICKETS_SUBMITTED, aTechnicalSubmission(), random);
        garble(Topics.TICKET_ACTIONS, ActionMother.bySupport(ActionType.TAKE, "garbled"), random);
        garble(Topics.BUSINESS_OBJECTS, DirectoryMother.invoice("garbled"), random);
        garble(Topics.ORGANISATIONS, DirectoryMother.town(), random);
        assertAllPartitionsGoOn();
    }

    private static void garble(Topic topic, SpecificRecord value, Random random) {
        byte[] good = pipeline.bytes(topic, value);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                // The schema id stays: what it leads to is tested apart.
                bad[5 + random.nextInt(bad.length - 5)] = (byte) random.nextInt(256);
            }
            pipeline.sendBytes(topic, "garbled-" + i, bad);
        }
    }

    private static void assertDeadLetter(Topic topic, String key, byte[] value) {
        pipeline.sendBytes(topic, key, value);
        PATIENCE.untilAsserted(() -> assertThat(deadLetters(key)).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetters(key).get(0);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo(topic.name());
        assertThat(header(letter, "__streams.errors.exception")).isNotBlank();
        assertAllPartitionsGoOn();
    }

    /** A good ticket after the bad record, in each partition. */
    private static void assertAllPartitionsGoOn() {
        List<TicketSubmitted> submissions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            submissions.add(aTechnicalSubmission());
        }
        submissions.forEach(pipeline::submit);
        List<String> numbers = submissions.stream()
                .map(submission -> submission.getTicket().getNumber())
                .toList();
        PATIENCE.untilAsserted(() -> assertThat(pipeline.read(Topics.TICKET_EVENTS))
                .extracting(ConsumerRecord::key)
                .containsAll(numbers));
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return pipeline.readBytes(
                RouterTopics.DEAD_LETTERS,
                record -> record.key() != null && key.equals(new String(record.key(), StandardCharsets.UTF_8)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
