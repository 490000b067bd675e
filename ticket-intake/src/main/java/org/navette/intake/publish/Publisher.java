package org.navette.intake.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.navette.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes records and tells when every replica in sync has them. */
public final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** What is published is confirmed or given up before. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Producer<String, SpecificRecord> producer;
    private final Values values;
    private final boolean waits;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** Whether the topics' partitions are known, or were once where threads may be held: a send holds its thread otherwise. */
    private volatile boolean connected;

    /** @param waits whether threads may be held once it has been connected: the few that would read on in vain otherwise */
    Publisher(Producer<String, SpecificRecord> producer, Values values, boolean waits) {
        this.producer = producer;
        this.values = values;
        this.waits = waits;
    }

    /**
     * Never throws. Holds the thread for at most a second, where the broker is away.
     *
     * @param value null deletes what stands under the key
     * @return done after the broker's acknowledgement, within five seconds, or failed with {@link NotPublished}
     */
    public CompletableFuture<Void> publish(Topic topic, String key, @Nullable SpecificRecord value) {
        if (!connected || value != null && !values.isKnown(value.getSchema())) {
            return CompletableFuture.failedFuture(new NotPublished("not connected", new KafkaException()));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, value), (metadata, error) -> finish(done, error));
        } catch (KafkaException | IllegalStateException e) {
            finish(done, e);
        }
        return done;
    }

    /**
     * Asks for the topics' partitions; waits for the broker, a second for each at most. Repeated, since Kafka's producer forgets what
     * nobody asks for, and everything where all brokers are away.
     *
     * @throws KafkaException where they are not known
     */
    void connect(Topic... topics) {
        try {
            for (Topic topic : topics) {
                producer.partitionsFor(topic.name());
            }
        } catch (KafkaException e) {
            connected = connected && waits;
            throw e;
        }
        connected = true;
    }

    private void finish(CompletableFuture<Void> done, @Nullable Exception error) {
        if (error == null) {
            // Read first: a write to a field that all threads share would be paid for by every request.
            if (failing.get() && failing.compareAndSet(true, false)) {
                LOG.info("Publishing works again");
            }
            done.complete(null);
            return;
        }
        if (!failing.getAndSet(true)) {
            LOG.warn("Publishing fails; requests are answered 503 until it works again", error);
        }
        done.completeExceptionally(new NotPublished("not confirmed", error));
    }

    /** Returns after what was published is confirmed or given up. */
    @Override
    public void close() {
        producer.close(LONGEST_CLOSE);
    }
}
