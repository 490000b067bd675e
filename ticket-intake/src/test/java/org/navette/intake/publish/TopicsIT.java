package org.navette.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.intake.RunningIntake;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

class TopicsIT {

    @TempDir
    Path directory;

    private EmbeddedBroker broker;
    private Admin admin;

    @BeforeEach
    void aBrokerWithoutTopics() {
        broker = EmbeddedBroker.start(directory, 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void missingTopicsGetAsManyPartitionsAsIsSaid() throws Exception {
        startAndStop("TOPIC_PARTITIONS=5");

        assertThat(partitions(Topics.TICKETS_SUBMITTED)).isEqualTo(5);
        assertThat(partitions(Topics.TICKET_VERDICTS)).isEqualTo(5);
    }

    @Test
    void thoseThatAreThereStayAsTheyAreAndSubmissionsDecideForTheOthers() throws Exception {
        create(Topics.TICKETS_SUBMITTED, 3);
        create(Topics.ORGANISATIONS, 1);

        startAndStop("TOPIC_PARTITIONS=5");

        assertThat(partitions(Topics.TICKETS_SUBMITTED)).isEqualTo(3);
        assertThat(partitions(Topics.ORGANISATIONS)).isEqualTo(1);
        assertThat(partitions(Topics.BUSINESS_OBJECTS)).isEqualTo(3);
        assertThat(partitions(Topics.TICKET_VERDICTS)).isEqualTo(3);
    }

    private void startAndStop(String setting) {
        try (RunningIntake intake =
                RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(), setting)) {
            intake.ready();
        }
    }

    private void create(Topic topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic.name(), partitions, (short) 1)))
                .all()
                .get();
    }

    private int partitions(Topic topic) throws Exception {
        return admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .get(topic.name())
                .partitions()
                .size();
    }
}
