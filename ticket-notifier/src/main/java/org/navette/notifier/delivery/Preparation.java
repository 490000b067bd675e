package org.navette.notifier.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** What must be there before the first fact is read: the topics, and the schema of outcomes. */
final class Preparation {

    private static final List<Topic> TOPICS = List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES, DeadLetters.TOPIC);

    private final KafkaClients clients;
    private final Outcomes outcomes;

    Preparation(KafkaClients clients, Outcomes outcomes) {
        this.clients = clients;
        this.outcomes = outcomes;
    }

    /** @throws KafkaException where the broker or the registry is away, or doesn't let us */
    void run() throws InterruptedException {
        createTopics();
        outcomes.check();
    }

    private void createTopics() throws InterruptedException {
        List<NewTopic> topics = TOPICS.stream().map(Topic::newTopic).toList();
        try (Admin admin = clients.admin()) {
            Map<String, KafkaFuture<Void>> created = admin.createTopics(topics).values();
            for (KafkaFuture<Void> topic : created.values()) {
                try {
                    topic.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException(
                                "topics can't be created: " + e.getCause().getMessage(), e.getCause());
                    }
                }
            }
        }
    }
}
