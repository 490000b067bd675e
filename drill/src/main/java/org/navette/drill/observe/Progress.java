package org.navette.drill.observe;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** Whether everybody has come to the end of what it reads. */
final class Progress {

    private static final long LIMIT_SECONDS = 20;

    /** What each group reads at least; a partition without a position is one that nobody has begun. */
    private static final Map<String, List<Topic>> GROUPS = Map.of(
            "ticket-router",
                    List.of(
                            Topics.TICKETS_SUBMITTED,
                            Topics.TICKET_ACTIONS,
                            Topics.BUSINESS_OBJECTS,
                            Topics.ORGANISATIONS),
            "ticket-notifier", List.of(Topics.TICKET_EVENTS));

    private final String bootstrapServers;
    private final URI query;
    private final TopicReader topics;

    Progress(String bootstrapServers, URI query) {
        this.bootstrapServers = bootstrapServers;
        this.query = query;
        this.topics = new TopicReader(bootstrapServers);
    }

    /** @return what is not at its end yet, for a person; empty where all are */
    List<String> behind() {
        var behind = new ArrayList<String>();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            for (var group : GROUPS.keySet()) {
                var records = topics.recordsAfter(committed(admin, group));
                if (records > 0) {
                    behind.add(group + " has " + records + " records before it");
                }
            }
            var projection = Http.get(query.resolve("/api/projection"));
            if (projection.isEmpty() || !projection.get().path("complete").asBoolean()) {
                behind.add("ticket-query lags"
                        + projection
                                .map(answer -> " by " + answer.path("lag").asLong())
                                .orElse(""));
            }
        } catch (IOException | KafkaException | IllegalStateException | ExecutionException | TimeoutException e) {
            behind.add("no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            behind.add("interrupted");
        }
        return behind;
    }

    /** Of tickets-submitted, by ticket number. */
    int partitions() {
        return topics.partitions(Topics.TICKETS_SUBMITTED.name());
    }

    /** The record that each reader stands before in each partition whose end it has not reached. */
    List<String> standing() {
        var standing = new ArrayList<String>();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            for (var group : GROUPS.keySet()) {
                addStanding(group, committed(admin, group), standing);
            }
            addStanding("ticket-query", projected(), standing);
        } catch (IOException | KafkaException | IllegalStateException | ExecutionException | TimeoutException e) {
            standing.add("no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return standing;
    }

    private void addStanding(String reader, Map<TopicPartition, Long> positions, List<String> standing) {
        topics.firstAfter(positions).forEach(record -> standing.add(reader + " before " + text(record)));
    }

    /** Where the query service goes on. */
    private Map<TopicPartition, Long> projected() throws IOException {
        var positions = new HashMap<TopicPartition, Long>();
        var partitions = Http.get(query.resolve("/api/projection"))
                .orElseThrow(() -> new IOException("no progress of the projection"))
                .path("partitions");
        for (var place : partitions) {
            positions.put(
                    new TopicPartition(
                            place.path("topic").asString(),
                            place.path("partition").asInt()),
                    place.path("position").asLong());
        }
        return positions;
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        var headers = new StringJoiner(", ");
        for (var header : record.headers()) {
            headers.add(header.key() + "="
                    + (header.value() == null ? "null" : new String(header.value(), StandardCharsets.UTF_8)));
        }
        return "%s-%d offset %d, %d bytes, headers %s"
                .formatted(record.topic(), record.partition(), record.offset(), record.serializedValueSize(), headers);
    }

    private static Map<TopicPartition, Long> committed(Admin admin, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        var positions = new HashMap<TopicPartition, Long>();
        var names = GROUPS.get(group).stream().map(Topic::name).toList();
        admin.describeTopics(names)
                .allTopicNames()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> positions.put(new TopicPartition(name, partition.partition()), 0L)));
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        positions.put(partition, offset.offset());
                    }
                });
        return positions;
    }
}
