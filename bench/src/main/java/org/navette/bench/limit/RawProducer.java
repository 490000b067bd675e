package org.navette.bench.limit;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.navette.bench.stack.Stack;
import org.navette.messages.TicketSubmitted;

/**
 * One thread that encodes and sends the records that intake wrote, over and over, with the settings of intake's bulk
 * producer. Argument: how many.
 */
public final class RawProducer {

    private static final int RECORDS = 5_000;
    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 256 * 1024;

    private RawProducer() {}

    public static void main(String[] args) {
        var records = Records.submitted(RECORDS);
        var count = Long.parseLong(args[0]);
        try (var producer = new KafkaProducer<String, TicketSubmitted>(
                Setting.producer(LINGER_MILLIS, BATCH_BYTES),
                new StringSerializer(),
                Setting.wireFormat().serializer())) {
            send(producer, records, Math.max(RECORDS, count / 5), "warm-up-");
            var start = System.nanoTime();
            send(producer, records, count, "raw-");
            Result.print(count, System.nanoTime() - start);
        }
    }

    private static void send(
            Producer<String, TicketSubmitted> producer, List<TicketSubmitted> records, long count, String prefix) {
        var failure = new AtomicReference<@Nullable Exception>();
        for (var i = 0L; i < count; i++) {
            var value = records.get((int) (i % records.size()));
            producer.send(new ProducerRecord<>(Stack.PRODUCER_TOPIC, prefix + i, value), (metadata, error) -> {
                if (error != null) {
                    failure.set(error);
                }
            });
        }
        producer.flush();
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException(error);
        }
    }
}
