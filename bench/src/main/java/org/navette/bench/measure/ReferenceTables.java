package org.navette.bench.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.navette.bench.stack.Wait;
import org.navette.schemas.Topics;

/**
 * How far the router has read the organisations and business objects: a ticket that it judges before them is refused, and
 * costs less than one that it opens.
 */
public final class ReferenceTables {

    private static final String GROUP = "ticket-router";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final List<String> SOURCES = List.of(Topics.ORGANISATIONS.name(), Topics.BUSINESS_OBJECTS.name());

    private ReferenceTables() {}

    /** Waits until a router that runs has read all that was loaded, and all that it has regrouped of it. */
    public static void awaitRead(String bootstrapServers) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            // The sources first: only then is all that is to be regrouped there.
            Wait.until(LIMIT, INTERVAL, () -> isRead(admin, SOURCES::contains, 0));
            // The last offset of a transaction is its end's mark, which nobody reads.
            Wait.until(LIMIT, INTERVAL, () -> isRead(admin, ReferenceTables::isRegrouped, 1));
        }
    }

    private static boolean isRegrouped(String topic) {
        return topic.startsWith(GROUP + "-") && topic.endsWith("-repartition");
    }

    private static boolean isRead(Admin admin, Predicate<String> topics, long tolerance) {
        try {
            var read = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (var end : ends(admin, topics).entrySet()) {
                if (end.getValue() - offset(read, end.getKey()) > tolerance) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the router's positions can't be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        var position = read.get(partition);
        return position == null ? 0 : position.offset();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Predicate<String> topics)
            throws ExecutionException, InterruptedException {
        var names = admin.listTopics().names().get().stream().filter(topics).toList();
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        var found = admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        var ends = new HashMap<TopicPartition, Long>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
