package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.messages.MailDelivery;
import org.navette.notifier.progress.DoneFacts;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from mail-deliveries which facts of a partition are done. */
final class DeliveriesReader {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveriesReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 1_000;

    private final KafkaClients clients;
    private final Deserializer<MailDelivery> deserializer;

    DeliveriesReader(KafkaClients clients, WireFormat wireFormat) {
        this.clients = clients;
        this.deserializer = wireFormat.deserializer();
    }

    /** Up to what stands there now; tries until it succeeds or the partition is no longer ours. */
    DoneFacts read(Assignment assignment, long fromFact, long fromDelivery) throws InterruptedException {
        while (true) {
            try {
                return readOnce(assignment.partition().partition(), fromFact, fromDelivery);
            } catch (KafkaException e) {
                if (assignment.isRevoked()) {
                    throw e;
                }
                LOG.atWarn()
                        .addKeyValue("partition", assignment.partition().partition())
                        .addKeyValue("cause", e.getClass().getSimpleName())
                        .log("Can't read which e-mails were sent; trying again before any more are");
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private DoneFacts readOnce(int number, long fromFact, long fromDelivery) {
        TopicPartition partition = new TopicPartition(Topics.MAIL_DELIVERIES.name(), number);
        try (Consumer<byte[], byte[]> consumer = clients.deliveries()) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), TIMEOUT).get(partition);
            // A topic that was made anew counts from 0 again.
            long from = fromDelivery <= end ? fromDelivery : 0;
            DoneFacts done = new DoneFacts(fromFact, from);
            consumer.seek(partition, from);
            while (from < end && consumer.position(partition, TIMEOUT) < end) {
                consumer.poll(POLL).forEach(record -> read(record, done));
            }
            done.readTo(end);
            return done;
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, DoneFacts done) {
        try {
            MailDelivery delivery = deserializer.deserialize(record.topic(), record.value());
            if (delivery != null) {
                done.read(record.offset(), delivery.getFactOffset());
            }
        } catch (RuntimeException e) {
            if (FactReader.isRegistryAway(e)) {
                throw new KafkaException("the schema registry is away", e);
            }
            LOG.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("A record of mail-deliveries can't be read; its e-mail may be repeated");
        }
    }
}
