package org.navette.drill.fuzz.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.navette.drill.fuzz.Flaw;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Tally;
import org.navette.drill.fuzz.Thrower;
import org.navette.drill.fuzz.values.Chance;

/** Writes records. What becomes of them shows later. */
public final class TopicThrower implements Thrower {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LARGEST = 64 * 1024 * 1024;

    private final TopicCases cases;
    private final Written written;
    private final Tally tally;
    private final Flaws flaws;
    private final Producer<byte[], byte[]> plain;
    private final Producer<byte[], byte[]> compressing;
    /** A batch is refused whole: what may be refused must not share one. */
    private final Producer<byte[], byte[]> alone;

    public TopicThrower(String bootstrapServers, Registry registry, Written written, Tally tally, Flaws flaws) {
        this.cases = new TopicCases(SchemaIds.register(registry));
        this.written = written;
        this.tally = tally;
        this.flaws = flaws;
        this.plain = producer(bootstrapServers, "none");
        this.compressing = producer(bootstrapServers, "gzip");
        this.alone = producer(bootstrapServers, "none");
    }

    private static Producer<byte[], byte[]> producer(String bootstrapServers, String compression) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        // The broker refuses some of them; with sequence numbers that would stop the others.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT.toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void throwCase(long number, Chance chance) {
        var one = cases.draw(number, chance);
        var fate = new Written.Fate(one.kind(), one.topic(), one.dies(), one.lives());
        try {
            producerOf(one).send(record(number, one), (place, failure) -> {
                if (failure == null) {
                    tally.add(one.kind(), "written");
                    written.add(number, fate);
                } else {
                    refused(number, one, failure);
                }
            });
        } catch (KafkaException e) {
            refused(number, one, e);
        }
    }

    private void refused(long number, TopicCase one, Exception failure) {
        var answer = "not taken by the broker, " + failure.getClass().getSimpleName();
        tally.add(one.kind(), answer);
        if (!one.refusable()) {
            flaws.add(new Flaw(one.kind(), number, answer, "a record of " + one.topic() + ": " + failure));
        }
    }

    private Producer<byte[], byte[]> producerOf(TopicCase one) {
        if (one.compressed()) {
            return compressing;
        }
        return one.refusable() ? alone : plain;
    }

    private static ProducerRecord<byte[], byte[]> record(long number, TopicCase one) {
        var record = new ProducerRecord<byte[], byte[]>(one.topic(), null, one.time(), one.key(), one.value());
        for (Map.Entry<String, byte[]> header : one.headers().entrySet()) {
            record.headers().add(header.getKey(), header.getValue());
        }
        record.headers().add(Written.CASE, String.valueOf(number).getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    @Override
    public void close() {
        plain.close(LIMIT);
        compressing.close(LIMIT);
        alone.close(LIMIT);
    }
}
