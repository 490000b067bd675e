package org.navette.drill.observe;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
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

    private static Map<TopicPartition, Long> committed(Admin admin, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        var positions = new HashMap<TopicPartition, Long>();
        for (var topic : GROUPS.get(group)) {
            for (var partition = 0; partition < topic.partitions(); partition++) {
                positions.put(new TopicPartition(topic.name(), partition), 0L);
            }
        }
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
