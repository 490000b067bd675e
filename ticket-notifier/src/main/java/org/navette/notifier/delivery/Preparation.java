package org.navette.notifier.delivery;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** What must be there before the first fact is read: the topics, and the schema of outcomes. */
final class Preparation {

    private static final List<Topic> TOPICS = List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES, DeadLetters.TOPIC);

    private final KafkaClients clients;
    private final Outcomes outcomes;
    private final int partitions;

    /** @param partitions of topics, where there are none yet */
    Preparation(KafkaClients clients, Outcomes outcomes, int partitions) {
        this.clients = clients;
        this.outcomes = outcomes;
        this.partitions = partitions;
    }

    /** @throws KafkaException where the broker or the registry is away, or doesn't let us */
    void run() throws InterruptedException {
        createTopics();
        outcomes.check();
    }

    private void createTopics() throws InterruptedException {
        try (Admin admin = clients.admin()) {
            MissingTopics.create(admin, TOPICS, partitions);
        }
    }
}
