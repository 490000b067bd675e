package org.navette.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                    if (!failures.isEmpty()) {
                        throw failures.remove();
                    }
                    return super.send(record);
                }
            };
    private final Outbox outbox = new Outbox(producer);
    private final ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("t", 0, null, new byte[1]);

    @Test
    void tries_again_for_as_long_as_it_may() throws Exception {
        failures.addAll(List.of(new TimeoutException(), new RecordTooLargeException()));

        assertThat(outbox.write(record, cause -> true)).isZero();
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void what_cannot_succeed_holds_up_nobody() {
        failures.addAll(List.of(new TimeoutException(), new RecordTooLargeException()));

        assertThatThrownBy(() -> outbox.write(record, cause -> cause instanceof RetriableException))
                .isInstanceOf(KafkaException.class)
                .hasCauseInstanceOf(RecordTooLargeException.class);
        assertThat(producer.history()).isEmpty();
    }
}
