package org.navette.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.intake.RunningIntake;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.schemas.Topics;

class TopicsIT {

    @TempDir
    Path directory;

    @Test
    void missingTopicsAreCreatedAndThoseThatAreThereStayAsTheyAre() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            NewTopic small = new NewTopic(Topics.ORGANISATIONS.name(), 1, (short) 1);
            admin.createTopics(List.of(small)).all().get();

            try (RunningIntake intake = RunningIntake.start("KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers())) {
                intake.ready();

                assertThat(partitions(admin, Topics.ORGANISATIONS.name())).isEqualTo(1);
                assertThat(partitions(admin, Topics.TICKETS_SUBMITTED.name())).isEqualTo(12);
                assertThat(partitions(admin, Topics.TICKET_VERDICTS.name())).isEqualTo(12);
            }
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }
}
