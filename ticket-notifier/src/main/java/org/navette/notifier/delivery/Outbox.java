package org.navette.notifier.delivery;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a record and comes back only when the broker has it. */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final long PAUSE_MILLIS = 500;

    private final Producer<byte[], byte[]> producer;

    Outbox(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Tries for as long as the caller wants.
     *
     * @param again asked after each failure, with its cause
     * @return the record's offset
     * @throws KafkaException the last failure, after which it was not to be tried again
     */
    long write(ProducerRecord<byte[], byte[]> record, Predicate<Throwable> again) throws InterruptedException {
        while (true) {
            try {
                RecordMetadata written = producer.send(record).get();
                return written.offset();
            } catch (ExecutionException | KafkaException e) {
                Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
                LOG.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("cause", cause.getClass().getSimpleName())
                        .log("The broker didn't take a record");
                if (!again.test(cause)) {
                    throw new KafkaException("not written", cause);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
