package org.navette.query.consumption;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.navette.query.QuerySettings;
import org.navette.schemas.DeadLetterSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Sets aside what can't be projected. At least once: a batch that is repeated repeats its dead letters. */
@Component
class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Map<String, Object> properties;
    private final String group;
    private final ConsumptionMetrics metrics;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(KafkaProperties kafka, QuerySettings settings, ConsumptionMetrics metrics) {
        int limit = Math.toIntExact(settings.brokerTimeout().toMillis());
        this.properties = kafka.buildProducerProperties();
        this.group = settings.groupId();
        this.metrics = metrics;
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "ticket-query-dead-letters");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limit);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, limit);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * limit);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topology.LARGEST_DEAD_LETTER);
    }

    /**
     * Returns when the broker has them all.
     *
     * @throws KafkaException where it has not
     */
    void send(List<DeadLetter> letters) {
        List<Future<RecordMetadata>> sent = letters.stream()
                .map(letter -> DeadLetterSize.fitting(letter.letter(group), Topology.LARGEST_DEAD_LETTER))
                .map(producer()::send)
                .toList();
        sent.forEach(DeadLetters::await);
        for (DeadLetter letter : letters) {
            metrics.deadLetter(letter.record().topic());
            LOG.warn(
                    "record {} of {}-{} is set aside: {}",
                    letter.record().offset(),
                    letter.record().topic(),
                    letter.record().partition(),
                    letter.cause().getMessage());
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter was not taken", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Made at first use: there may be no broker when the service starts, and there is rarely a dead letter. */
    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
