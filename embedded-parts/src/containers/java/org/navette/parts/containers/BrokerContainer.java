package org.navette.parts.containers;

import org.testcontainers.kafka.KafkaContainer;

/** Kafka's own image, with what the embedded broker sets against Kafka's defaults and a client can notice. */
final class BrokerContainer {

    private static final String IMAGE = "apache/kafka:4.2.1";

    private BrokerContainer() {}

    static String start() {
        var container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
        container.start();
        return container.getBootstrapServers();
    }
}
