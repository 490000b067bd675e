package org.navette.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a service's integration test gets from the fixture. */
class PartsIT {

    @Test
    void theBrokerTakesTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Parts.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("colours", Optional.of(3), Optional.empty())))
                    .all()
                    .get();

            // The broker may hear of it after the controller has answered.
            await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .untilAsserted(() -> assertThat(admin.describeTopics(List.of("colours"))
                                    .allTopicNames()
                                    .get()
                                    .get("colours")
                                    .partitions())
                            .hasSize(3));
        }
    }

    @Test
    void theRegistryAsksForFullTransitiveCompatibility() throws Exception {
        var config = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Parts.registryUrl() + "/config"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(config.body()).contains("FULL_TRANSITIVE");
    }

    @Test
    void theRegistryRefusesAnIncompatibleSchema() throws Exception {
        assertThat(Registrations.register(
                        Parts.registryUrl(), "A", "{\"type\":\"record\",\"name\":\"A\",\"fields\":[]}"))
                .isEqualTo(200);
        assertThat(Registrations.register(
                        Parts.registryUrl(),
                        "A",
                        "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"b\",\"type\":\"string\"}]}"))
                .isEqualTo(409);
    }

    @Test
    void theDatabaseAnswersHello() {
        try (var client = MongoClients.create(Parts.mongoUri())) {
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        }
    }
}
