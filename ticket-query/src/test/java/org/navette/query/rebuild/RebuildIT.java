package org.navette.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailOutcome;
import org.navette.parts.ChildProcess;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.query.DatabaseGate;
import org.navette.query.FactMother;
import org.navette.query.Gate;
import org.navette.query.Log;
import org.navette.query.QueryApplication;
import org.navette.query.RunningQuery;
import org.navette.query.rebuild.Commands.Ended;

/** Beside a running service, on a broker of its own, because the whole log is read. */
class RebuildIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TOLD = 60;

    /** Twice the check's interval, a request's limit and twice the database's. */
    private static final Duration GRACE = Duration.ofMillis(500 + 500 + 3_000);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static Log log;
    private static DatabaseGate gate;
    private static RunningQuery query;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory, 0);
        log = new Log(broker.bootstrapServers(), Parts.registryUrl());
        gate = new DatabaseGate();
        // The limits decide on how long a former read model stays.
        query = RunningQuery.start(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "navette.query.query-time-limit",
                "500ms",
                "navette.query.database-timeout",
                "1500ms"));
    }

    @AfterAll
    static void stop() {
        query.close();
        gate.close();
        log.close();
        broker.close();
    }

    @BeforeEach
    void tellSome() {
        for (int i = 0; i < TOLD; i++) {
            String number = FactMother.aNumber();
            log.tell(FactMother.life(number).subList(0, 1 + i % 7));
            log.tell(
                    FactMother.refused(FactMother.aNumber()),
                    FactMother.rejected(number, 1),
                    FactMother.mail(number, i % 2 == 0 ? MailOutcome.SENT : MailOutcome.UNDELIVERABLE));
        }
        query.catchUp();
    }

    @Test
    void theReadModelIsBuiltAnewWithTheSameContentWhileTheListsStayUp() throws Exception {
        long before = count();
        AtomicBoolean enough = new AtomicBoolean();
        List<String> troubles = new CopyOnWriteArrayList<>();
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(() -> readUntil(query, enough, before, troubles));

        Ended rebuild = Commands.run(query, "rebuild-read-model");
        enough.set(true);

        assertThat(rebuild.exitCode()).as(rebuild.said()).isZero();
        assertThat(rebuild.said())
                .contains(before + " tickets in ")
                .contains("tickets a second")
                .contains("documents compared")
                .contains("all equal");
        assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
        assertThat(troubles).isEmpty();
        assertThat(live()).isNotEmpty();
        assertThat(collections())
                .contains("tickets" + live(), "positions" + live())
                .doesNotContain("tickets", "refusals");
        assertThat(indexesOf("tickets" + live())).isEqualTo(6);
    }

    private static int readUntil(RunningQuery instance, AtomicBoolean enough, long atLeast, List<String> troubles) {
        int reads = 0;
        while (!enough.get()) {
            RunningQuery.Answer page = instance.get("/api/tickets?limit=200");
            RunningQuery.Answer count = instance.get("/api/tickets/count");
            if (page.status() != 200 || page.body().get("items").isEmpty()) {
                troubles.add(page.toString());
            } else if (count.status() != 200 || count.body().get("count").asLong() < atLeast) {
                troubles.add(count.toString());
            }
            reads++;
        }
        return reads;
    }

    @Test
    void everyInstanceGoesOverToTheNewOne() throws Exception {
        RunningQuery second = query.another();
        try {
            second.catchUp();
            long before = count();
            AtomicBoolean enough = new AtomicBoolean();
            List<String> troubles = new CopyOnWriteArrayList<>();
            CompletableFuture<Integer> reader =
                    CompletableFuture.supplyAsync(() -> readUntil(second, enough, before, troubles));

            Ended rebuild = Commands.run(query, "rebuild-read-model");
            enough.set(true);

            assertThat(rebuild.exitCode()).as(rebuild.said()).isZero();
            assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
            assertThat(troubles).isEmpty();
            String number = FactMother.aNumber();
            log.tell(FactMother.opened(number));
            second.catchUp();
            assertThat(second.detail(number).get("version").asInt()).isEqualTo(1);
            assertThat(query.detail(number).get("version").asInt()).isEqualTo(1);
        } finally {
            second.stop();
        }
    }

    @Test
    void theServiceMayBeStoppedMeanwhile() {
        String number = FactMother.aNumber();
        query.stop();
        try {
            log.tell(FactMother.opened(number));

            Ended rebuild = Commands.run(query, "rebuild-read-model");

            assertThat(rebuild.exitCode()).as(rebuild.said()).isZero();
        } finally {
            query.startAgain();
        }
        assertThat(query.detail(number).get("version").asInt()).isEqualTo(1);
        query.catchUp();
    }

    @Test
    void aRebuildThatIsKilledLeavesNothingOnceItIsCalledAgain() {
        String before = live();
        List<String> collectionsBefore = collections();
        ChildProcess rebuild = ChildProcess.start(
                program(query.argumentsWith("MONGODB_URI", gate.uri())), directory.resolve("killed.log"));
        try {
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> hasNewPositions(collectionsBefore));
            // So that it doesn't get any further before it dies.
            gate.stall();
        } finally {
            rebuild.kill();
            gate.reopen();
        }
        assertThat(live()).isEqualTo(before);
        assertThat(hasNewPositions(collectionsBefore)).isTrue();

        forgetBuilder();
        Ended again = Commands.run(query, "rebuild-read-model");

        assertThat(again.exitCode()).as(again.said()).isZero();
        assertThat(collections())
                .filteredOn(name -> !name.equals("read-models"))
                .hasSize(5)
                .allMatch(name -> name.endsWith(live()));
    }

    /** As an operator calls it, in a process of its own. */
    private static List<String> program(List<String> settings) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach(setting -> words.add(setting.replaceFirst("--", "-D")));
        words.addAll(List.of(QueryApplication.class.getName(), "rebuild-read-model"));
        return words;
    }

    @Test
    void whatOneRebuildLeftIsNotDroppedByTheNextAsLongAsItMayBeRead() {
        assertThat(Commands.run(query, "rebuild-read-model", "--keep-former").exitCode())
                .isZero();
        String former = former();
        Date replaced =
                query.database().getCollection("read-models").find().first().getDate("replaced-at");
        CompletableFuture<Ended> rebuild =
                CompletableFuture.supplyAsync(() -> Commands.run(query, "rebuild-read-model"));

        await().atMost(LIMIT).until(() -> !collections().contains("positions" + former));

        assertThat(new Date()).isAfterOrEqualTo(new Date(replaced.getTime() + GRACE.toMillis()));
        assertThat(rebuild.join().exitCode()).as(rebuild.join().said()).isZero();
    }

    @Test
    void whatIsToldMeanwhileAndAfterwardsIsShown() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<String> numbers = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> teller = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                String number = FactMother.aNumber();
                FactMother.life(number).forEach(log::tell);
                numbers.add(number);
            }
        });

        Ended rebuild = Commands.run(query, "rebuild-read-model");
        enough.set(true);
        teller.get(1, TimeUnit.MINUTES);
        query.catchUp();

        assertThat(rebuild.exitCode()).as(rebuild.said()).isZero();
        assertThat(numbers).isNotEmpty().allSatisfy(number -> assertThat(
                        query.detail(number).get("history").size())
                .isEqualTo(7));
        assertThat(query.database().getCollection("tickets" + live()).countDocuments(Filters.eq("version", 7)))
                .isGreaterThanOrEqualTo(numbers.size());
    }

    @Test
    void whateverDiffersIsFoundAndNamedWithoutItsValue() {
        assertThat(Commands.run(query, "rebuild-read-model", "--keep-former").exitCode())
                .isZero();
        String former = former();
        String changed = aTicketOf(former, 7);
        String gone = aTicketOf(former, 6);
        var tickets = query.database().getCollection("tickets" + former);
        tickets.updateOne(
                Filters.eq("_id", changed),
                Updates.combine(Updates.set("history.3.text", "Something else"), Updates.set("status", "OPEN")));
        tickets.deleteOne(Filters.eq("_id", gone));
        query.database().getCollection("refusals" + former).insertOne(new Document("_id", "PLANTED"));

        Ended comparison = Commands.run(query, "compare-read-models");

        assertThat(comparison.exitCode()).as(comparison.said()).isEqualTo(1);
        assertThat(comparison.said())
                .contains("tickets " + changed + ": differs in history.3.text, status")
                .contains("tickets " + gone + ": only in the live one")
                .contains("refusals PLANTED: only in the other one")
                .contains("1 only in the live one, 1 only in the other one, 1 differing.")
                .doesNotContain("Something else");
        tellSome();
        assertThat(Commands.run(query, "compare-read-models").said())
                .as("the former one is moved after the live one")
                .contains("1 only in the live one, 1 only in the other one, 1 differing.");
    }

    @Test
    void aLiveReadModelThatStandsStillBehindTheOtherOneIsNotCompared() {
        assertThat(Commands.run(query, "rebuild-read-model", "--keep-former").exitCode())
                .isZero();
        query.stop();
        try {
            query.database()
                    .getCollection("positions" + live())
                    .updateOne(Filters.eq("_id", "ticket-events/3"), Updates.inc("offset", -1L));

            Ended comparison = Commands.run(query, "compare-read-models");

            assertThat(comparison.exitCode()).as(comparison.said()).isEqualTo(1);
            assertThat(comparison.said()).contains("stands still behind").contains("not compared");
        } finally {
            query.startAgain();
        }
        query.catchUp();
        assertThat(Commands.run(query, "compare-read-models").exitCode()).isZero();
    }

    @Test
    void aDifferenceIsMendedAndTold() {
        String changed = aTicketOf(live(), 7);
        query.database()
                .getCollection("tickets" + live())
                .updateOne(Filters.eq("_id", changed), Updates.set("status", "OPEN"));

        Ended rebuild = Commands.run(query, "rebuild-read-model");

        assertThat(rebuild.exitCode()).as(rebuild.said()).isEqualTo(1);
        assertThat(rebuild.said())
                .contains("tickets " + changed + ": differs in status")
                .contains("tickets" + former() + " is kept");
        assertThat(query.detail(changed).get("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void aRebuildThatBreaksOffLeavesTheLiveReadModelAsItWas() {
        String before = live();
        List<String> collectionsBefore = collections();
        CompletableFuture<Ended> rebuild = CompletableFuture.supplyAsync(
                () -> Commands.run(query.argumentsWith("MONGODB_URI", gate.uri()), "rebuild-read-model"));
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> hasNewPositions(collectionsBefore));

        gate.shut();

        assertThat(rebuild.join().exitCode()).as(rebuild.join().said()).isEqualTo(1);
        gate.reopen();
        assertThat(live()).isEqualTo(before);
        String number = FactMother.aNumber();
        log.tell(FactMother.opened(number));
        query.catchUp();
        assertThat(query.detail(number).get("version").asInt()).isEqualTo(1);
        assertThat(Commands.run(query, "rebuild-read-model").said())
                .as("nobody knows yet that it was killed")
                .contains("another command");

        forgetBuilder();
        assertThat(Commands.run(query, "rebuild-read-model").exitCode()).isZero();
        assertThat(collections())
                .filteredOn(name -> name.startsWith("positions"))
                .containsExactly("positions" + live());
    }

    @Test
    void aRebuildThatFailsAfterTheSwapTellsWhichOneIsLive() {
        String before = live();
        CompletableFuture<Ended> rebuild = CompletableFuture.supplyAsync(
                () -> Commands.run(query.argumentsWith("MONGODB_URI", gate.uri()), "rebuild-read-model"));
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> !live().equals(before));

        gate.shut();

        Ended ended = rebuild.join();
        gate.reopen();
        forgetBuilder();
        assertThat(ended.exitCode()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("tickets" + live()).contains("tickets" + before);
        assertThat(collections()).contains("positions" + before, "positions" + live());
    }

    /** As time does. */
    private static void forgetBuilder() {
        query.database()
                .getCollection("read-models")
                .updateOne(Filters.eq("_id", "live"), Updates.set("until", new Date(0)));
    }

    @Test
    void whatWasSetAsideIsNotSetAsideAgain() {
        log.tellRaw("ticket-events", 3, FactMother.aNumber(), "no fact".getBytes(StandardCharsets.UTF_8));
        query.catchUp();
        int before = log.read("ticket-events-query-dlt").size();

        Ended rebuild = Commands.run(query, "rebuild-read-model");

        assertThat(rebuild.exitCode()).as(rebuild.said()).isZero();
        assertThat(rebuild.said()).contains("can't be used");
        assertThat(log.read("ticket-events-query-dlt")).hasSize(before).isNotEmpty();
    }

    @Test
    void whatTheServiceHasYetToSetAsideIsWaitedFor() {
        StringWriter said = new StringWriter();
        CompletableFuture<Ended> rebuild;
        query.stop();
        try {
            log.tellRaw("ticket-events", 3, FactMother.aNumber(), "no fact".getBytes(StandardCharsets.UTF_8));
            rebuild = CompletableFuture.supplyAsync(() -> Commands.run(
                    query.argumentsWith("navette.query.retry-interval", "5s"), said, "rebuild-read-model"));
            await().atMost(LIMIT).until(() -> said.toString().contains("records read and written"));
        } finally {
            query.startAgain();
        }

        assertThat(rebuild.join().exitCode()).as(rebuild.join().said()).isZero();
    }

    @Test
    void aRegistryThatDoesNotKnowTheSchemasIsRefused() throws IOException {
        String before = live();
        List<String> collectionsBefore = collections();
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", RebuildIT::knowNoSchema);
        registry.start();
        try {
            String url = "http://127.0.0.1:" + registry.getAddress().getPort();
            Ended rebuild = Commands.run(query.argumentsWith("SCHEMA_REGISTRY_URL", url), "rebuild-read-model");

            assertThat(rebuild.exitCode()).as(rebuild.said()).isEqualTo(1);
            assertThat(rebuild.said()).contains("the service has set aside only");
        } finally {
            registry.stop(0);
        }
        assertThat(live()).isEqualTo(before);
        assertThat(collections()).isSubsetOf(withPointer(collectionsBefore));
    }

    @Test
    void aRegistryThatIsAwayIsWaitedFor() {
        URI registry = URI.create(Parts.registryUrl());
        StringWriter said = new StringWriter();
        try (Gate away = new Gate(registry.getHost(), registry.getPort())) {
            away.shut();
            List<String> settings =
                    query.argumentsWith("SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + away.port() + registry.getPath());
            CompletableFuture<Ended> rebuild =
                    CompletableFuture.supplyAsync(() -> Commands.run(settings, said, "rebuild-read-model"));
            await().atMost(LIMIT).until(() -> said.toString().contains("waits and tries again: the schema registry"));

            away.reopen();

            assertThat(rebuild.join().exitCode()).as(rebuild.join().said()).isZero();
        }
    }

    private static boolean hasNewPositions(List<String> collectionsBefore) {
        return collections().stream()
                .anyMatch(name -> name.startsWith("positions") && !collectionsBefore.contains(name));
    }

    private static void knowNoSchema(HttpExchange exchange) throws IOException {
        byte[] body = "{\"error_code\": 40403, \"message\": \"Schema not found\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static List<String> withPointer(List<String> collections) {
        List<String> all = new ArrayList<>(collections);
        all.add("read-models");
        return all;
    }

    @Test
    void aLogThatEndsBeforeWhatIsShownIsRefused() {
        String before = live();
        var positions = query.database().getCollection("positions" + before);
        positions.updateOne(Filters.eq("_id", "ticket-events/3"), Updates.inc("offset", 1_000_000L));
        try {
            Ended rebuild = Commands.run(query, "rebuild-read-model");

            assertThat(rebuild.exitCode()).as(rebuild.said()).isEqualTo(1);
            assertThat(rebuild.said()).contains("ticket-events/3 ends at offset");
        } finally {
            positions.updateOne(Filters.eq("_id", "ticket-events/3"), Updates.inc("offset", -1_000_000L));
        }
        assertThat(live()).isEqualTo(before);
    }

    private static long count() {
        return query.get("/api/tickets/count").body().get("count").asLong();
    }

    /** What the live collections' names end in. */
    private static String live() {
        Document pointer = query.database().getCollection("read-models").find().first();
        return pointer == null ? "" : pointer.getString("suffix");
    }

    private static String former() {
        return collections().stream()
                .filter(name -> name.startsWith("positions") && !name.equals("positions" + live()))
                .map(name -> name.substring("positions".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String aTicketOf(String suffix, int version) {
        return query.database()
                .getCollection("tickets" + suffix)
                .find(Filters.eq("version", version))
                .first()
                .getString("_id");
    }

    private static List<String> collections() {
        return query.database().listCollectionNames().into(new ArrayList<>());
    }

    private static int indexesOf(String collection) {
        return query.database()
                .getCollection(collection)
                .listIndexes()
                .into(new ArrayList<>())
                .size();
    }
}
