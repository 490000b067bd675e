package org.navette.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.messages.MailOutcome;
import org.navette.messages.TicketOpened;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;
import org.navette.parts.Parts;
import org.navette.parts.broker.BrokerMain;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topics;

/**
 * No test of the build's: how fast a read model of {@code navette.tickets} tickets is rebuilt, each part a process of its
 * own and the service running meanwhile; docs/benchmarks.md says how to call it.
 */
class RebuildMeasurement {

    private static final int TICKETS = Integer.getInteger("navette.tickets", 200_000);
    private static final int PARTITIONS = 12;
    private static final int TOLD_AT_ONCE = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String PROSE = "Bonjour, la facture que nous avons déposée n'est toujours pas payée. ";
    private static final Path JAR = Path.of("target", "ticket-query-0.1.0-SNAPSHOT.jar");

    private final Random random = new Random(1);

    @TempDir
    Path directory;

    /** What a ticket's facts cost depends on whether they are read together. */
    private enum Order {
        TICKET_BY_TICKET,
        ALL_OPENED_FIRST
    }

    @ParameterizedTest
    @EnumSource
    void measure(Order order) throws Exception {
        int brokerPort = FreePort.find();
        try (ChildProcess broker = startBroker(brokerPort)) {
            String bootstrap = "127.0.0.1:" + brokerPort;
            awaitBroker(bootstrap);
            long begun = System.nanoTime();
            tell(bootstrap, order);
            say("%s: %d tickets told in %.1f s", order, TICKETS, seconds(begun));
            Map<String, String> environment = Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", bootstrap,
                    "SCHEMA_REGISTRY_URL", Parts.registryUrl(),
                    "MONGODB_URI", Parts.mongoUri(),
                    "NAVETTE_QUERY_DATABASE", "rebuild_measurement",
                    "SERVER_PORT", String.valueOf(FreePort.find()));
            long served = System.nanoTime();
            Process service = program(environment, directory.resolve("service.log"), "-Xmx1g", "-jar", JAR.toString());
            try (MongoClient client = MongoClients.create(Parts.mongoUri())) {
                awaitTickets(client);
                say("the service has shown them after %.1f s, its start included", seconds(served));
                rebuildAndCompare(environment, client);
                client.getDatabase("rebuild_measurement").drop();
            } finally {
                service.destroy();
                service.waitFor();
            }
        }
    }

    private void rebuildAndCompare(Map<String, String> environment, MongoClient client) throws Exception {
        long begun = System.nanoTime();
        assertThat(command(environment, "rebuild-read-model", "--keep-former")).isZero();
        say("the command took %.1f s, its start and the comparison included", seconds(begun));
        tickets(client).updateOne(Filters.eq("version", 2), Updates.set("history.2.agent", "somebody else"));
        assertThat(command(environment, "compare-read-models")).isEqualTo(1);
    }

    private ChildProcess startBroker(int port) {
        return ChildProcess.start(
                List.of(
                        java().toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        directory.resolve("broker").toString(),
                        String.valueOf(port),
                        String.valueOf(FreePort.find())),
                directory.resolve("broker.log"));
    }

    private static void awaitBroker(String bootstrap) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            Awaitility.await()
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() -> MissingTopics.create(
                            admin, List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES), PARTITIONS));
        }
    }

    /** Every ticket has its mail, every other one is taken, of every tenth the mail reached nobody. */
    private void tell(String bootstrap, Order order) {
        try (Log log = new Log(bootstrap, Parts.registryUrl())) {
            List<String> numbers =
                    Stream.generate(FactMother::aNumber).limit(TICKETS).toList();
            Function<Integer, Stream<SpecificRecord>> beginning = i -> Stream.of(
                    opened(numbers.get(i), i),
                    FactMother.mail(numbers.get(i), i % 10 == 0 ? MailOutcome.UNDELIVERABLE : MailOutcome.SENT));
            Function<Integer, Stream<SpecificRecord>> sequel =
                    i -> i % 2 == 0 ? Stream.of(FactMother.taken(numbers.get(i), 2)) : Stream.empty();
            if (order == Order.ALL_OPENED_FIRST) {
                tell(log, beginning);
                tell(log, sequel);
            } else {
                tell(log, i -> Stream.concat(beginning.apply(i), sequel.apply(i)));
            }
        }
    }

    private static void tell(Log log, Function<Integer, Stream<SpecificRecord>> records) {
        for (int from = 0; from < TICKETS; from += TOLD_AT_ONCE) {
            log.tell(IntStream.range(from, Math.min(TICKETS, from + TOLD_AT_ONCE))
                    .boxed()
                    .flatMap(records)
                    .toList());
        }
    }

    private TicketOpened opened(String number, int second) {
        TicketOpened opened = FactMother.opened(number);
        opened.getTicket().setSubmittedAt(FactMother.NOON.plusSeconds(second));
        opened.getTicket().setDescription(PROSE.repeat(1 + random.nextInt(11)));
        return opened;
    }

    private static void awaitTickets(MongoClient client) {
        int sentinel = 1;
        Awaitility.await("the service shows all")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> client.getDatabase("rebuild_measurement")
                                .getCollection("tickets")
                                .estimatedDocumentCount()
                        == TICKETS + sentinel);
    }

    private static MongoCollection<Document> tickets(MongoClient client) {
        Document pointer = client.getDatabase("rebuild_measurement")
                .getCollection("read-models")
                .find()
                .first();
        return client.getDatabase("rebuild_measurement").getCollection("tickets" + pointer.getString("suffix"));
    }

    private int command(Map<String, String> environment, String... words) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-XX:+UseParallelGC", "-jar", JAR.toString()));
        arguments.addAll(List.of(words));
        Path said = directory.resolve("command.log");
        int exitCode =
                program(environment, said, arguments.toArray(String[]::new)).waitFor();
        Files.readAllLines(said).forEach(System.out::println);
        return exitCode;
    }

    private static Process program(Map<String, String> environment, Path log, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(java().toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
