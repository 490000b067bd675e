package org.navette.schemas;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates topics that are missing, with as many partitions as {@code tickets-submitted} has: topics that meet in a join,
 * share an owner or hold another one's dead letters must have the same number, whichever service comes first. Those that
 * are there stay as they are.
 */
public final class MissingTopics {

    private static final Topic DECIDES = Topics.TICKETS_SUBMITTED;

    private MissingTopics() {}

    /**
     * Waits no longer than the admin's {@code default.api.timeout.ms} for each answer. Where nothing is missing, it needs
     * no right but to see the topics.
     *
     * @param partitions for {@code tickets-submitted}, where that is missing too
     * @throws KafkaException where the broker is away or doesn't let us; a repeat goes on from there
     */
    public static void create(Admin admin, Collection<Topic> topics, int partitions) throws InterruptedException {
        Set<String> there = get(admin.listTopics().names());
        List<Topic> missing =
                topics.stream().filter(topic -> !there.contains(topic.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        // What was created just now need not be known to the broker that is asked.
        boolean ours = !there.contains(DECIDES.name()) && isCreated(admin, DECIDES, partitions);
        int decided = ours ? partitions : decided(admin);
        for (Topic topic : missing) {
            isCreated(admin, topic, decided);
        }
    }

    private static int decided(Admin admin) throws InterruptedException {
        return get(admin.describeTopics(List.of(DECIDES.name())).allTopicNames())
                .get(DECIDES.name())
                .partitions()
                .size();
    }

    /** @return false where it is there: another service, or another instance, was quicker */
    private static boolean isCreated(Admin admin, Topic topic, int partitions) throws InterruptedException {
        try {
            get(admin.createTopics(List.of(topic.newTopic(partitions))).all());
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
