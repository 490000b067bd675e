package org.navette.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.navette.messages.TicketSubmitted;
import org.navette.parts.Parts;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** What stands in a topic. */
public final class Submitted {

    private Submitted() {}

    /** Every submission under a number, the oldest first. */
    public static List<TicketSubmitted> under(String number) {
        return Submitted.<TicketSubmitted>all(Topics.TICKETS_SUBMITTED, Parts.bootstrapServers()).stream()
                .filter(record -> record.key().equals(number))
                .map(ConsumerRecord::value)
                .toList();
    }

    public static <T extends SpecificRecord> List<ConsumerRecord<String, T>> all(Topic topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), new WireFormat(Parts.registryUrl(), false).<T>deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, T>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
