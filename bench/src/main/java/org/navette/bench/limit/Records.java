package org.navette.bench.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.navette.messages.TicketSubmitted;
import org.navette.schemas.Topics;

/** Submissions as intake wrote them. */
final class Records {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Records() {}

    /** Up to {@code count} of those that are there; fails where there are none. */
    static List<TicketSubmitted> submitted(int count) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Setting.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        var found = new ArrayList<TicketSubmitted>(count);
        try (var consumer = new KafkaConsumer<String, TicketSubmitted>(
                settings, new StringDeserializer(), Setting.wireFormat().<TicketSubmitted>deserializer())) {
            var topic = Topics.TICKETS_SUBMITTED.name();
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            var end = System.nanoTime() + LIMIT.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (records.isEmpty() && !found.isEmpty()) {
                    break;
                }
                records.forEach(record -> found.add(record.value()));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing was submitted yet");
        }
        return found.subList(0, Math.min(count, found.size()));
    }
}
