package org.navette.parts.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far a Kafka Streams application has read. */
public final class StreamsProgress implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long ANSWER_SECONDS = 20;

    private final Admin admin;
    private final String applicationId;

    public StreamsProgress(String bootstrapServers, String applicationId) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.applicationId = applicationId;
    }

    /**
     * Returns when the application has read what is in some of its sources by now, and what it repartitioned of it.
     *
     * @param limit for each of the two
     * @throws TimeoutException where it has not within the limit, or the broker does not answer
     */
    public void awaitRead(Collection<String> sources, Duration limit) throws InterruptedException, TimeoutException {
        await(ends(sources), limit);
        // Only now is all that is to be repartitioned there.
        var repartitioned = ends(answer(admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith(applicationId + "-") && topic.endsWith("-repartition"))
                .toList());
        // The last offset of a transaction is its end's mark, which nobody reads.
        repartitioned.replaceAll((partition, end) -> end - 1);
        await(repartitioned, limit);
    }

    private void await(Map<TopicPartition, Long> ends, Duration limit) throws InterruptedException, TimeoutException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!hasRead(ends)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(applicationId + " has not read all within " + limit.toSeconds() + " s");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private boolean hasRead(Map<TopicPartition, Long> ends) throws InterruptedException, TimeoutException {
        var positions = answer(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream().allMatch(end -> {
            var position = positions.get(end.getKey());
            return (position == null ? 0 : position.offset()) >= end.getValue();
        });
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException, TimeoutException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        answer(admin.describeTopics(topics).allTopicNames()).forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> question) throws InterruptedException, TimeoutException {
        try {
            return question.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
