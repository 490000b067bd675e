package org.navette.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.broker.BrokerMain;
import org.navette.parts.database.DatabaseMain;
import org.navette.parts.registry.SchemaRegistry;

/** Each part as a process of its own, killed with -9 and started again on the same directory. */
class SurvivesKillIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(40);

    @TempDir
    Path directory;

    private ChildProcess start(Class<?> main, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return ChildProcess.start(command, directory.resolve("child.log"));
    }

    private static void awaitPort(int port) {
        await().atMost(START_LIMIT).until(() -> listens(port));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theBrokerKeepsWhatItAcknowledged() throws Exception {
        var port = FreePort.find();
        var arguments = new Object[] {directory.resolve("broker"), port, FreePort.find()};
        var servers = "127.0.0.1:" + port;
        try (var broker = start(BrokerMain.class, arguments)) {
            awaitPort(port);
            createTopic(servers);
            produce(servers, 1000);
            broker.kill();
        }

        try (var again = start(BrokerMain.class, arguments)) {
            assertThat(again.isAlive()).isTrue();
            awaitPort(port);
            assertThat(endOffset(servers)).isEqualTo(1000);
            produce(servers, 1);
        }
    }

    private static void createTopic(String servers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("letters", Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void produce(String servers, int count) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            for (var i = 1; i < count; i++) {
                producer.send(new ProducerRecord<>("letters", "a"));
            }
            producer.send(new ProducerRecord<>("letters", "z")).get(30, TimeUnit.SECONDS);
        }
    }

    private static long endOffset(String servers) {
        var letters = new TopicPartition("letters", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(letters), Duration.ofSeconds(30)).get(letters);
        }
    }

    @Test
    void theDatabaseLosesNothingThatIsOlderThanItsCommitInterval() {
        var port = FreePort.find();
        var data = directory.resolve("database");
        try (var database = start(DatabaseMain.class, data, port)) {
            awaitPort(port);
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
                client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1));
            }
            await().pollDelay(Duration.ofSeconds(1)).until(database::isAlive);
            database.kill();
        }

        try (var again = start(DatabaseMain.class, data, port)) {
            assertThat(again.isAlive()).isTrue();
            awaitPort(port);
            try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
                assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theRegistryKeepsItsSchemas() throws Exception {
        var home = Path.of(System.getProperty("navette.registry.home"));
        var data = directory.resolve("registry");
        var port = FreePort.find();
        try (var registry = SchemaRegistry.start(home, data, port)) {
            assertThat(Registrations.register(registry.url(), "A", "{\"type\":\"string\"}"))
                    .isEqualTo(200);
            registry.kill();
        }

        try (var again = SchemaRegistry.start(home, data, port)) {
            assertThat(Registrations.register(again.url(), "A", "{\"type\":\"int\"}"))
                    .isEqualTo(409);
        }
    }
}
