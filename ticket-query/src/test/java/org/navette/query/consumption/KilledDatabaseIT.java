package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.database.DatabaseMain;
import org.navette.parts.database.Mongod;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

/** On a broker of its own: other tests would have to read what this one tells. */
class KilledDatabaseIT {

    private static final int ROUNDS = 3;

    @TempDir
    Path directory;

    @Test
    void aDatabaseThatIsKilledUnderLoadHasNoHoleAfterwards() throws Exception {
        int port = FreePort.find();
        ChildProcess database = start(port);
        CountDownLatch enough = new CountDownLatch(1);
        List<String> numbers = new CopyOnWriteArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                Log log = new Log(broker.bootstrapServers(), Parts.registryUrl());
                RunningQuery query = RunningQuery.start(Map.of(
                        "MONGODB_URI",
                        "mongodb://127.0.0.1:" + port,
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers()))) {
            query.catchUp();
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> tellUntil(enough, log, numbers));

            for (int round = 0; round < ROUNDS; round++) {
                enough.await(ThreadLocalRandom.current().nextInt(500, 2_000), TimeUnit.MILLISECONDS);
                database.kill();
                database = start(port);
                query.awaitAnswer();
            }
            enough.countDown();
            load.get(1, TimeUnit.MINUTES);
            query.catchUp();

            assertThat(numbers).hasSizeGreaterThan(100);
            List<Document> tickets =
                    query.database().getCollection("tickets").find().into(new ArrayList<>());
            Map<String, Document> byNumber = new HashMap<>();
            tickets.forEach(ticket -> byNumber.put(ticket.getString("_id"), ticket));
            assertThat(numbers).allSatisfy(number -> {
                assertThat(byNumber).containsKey(number);
                assertThat(byNumber.get(number).getInteger("version")).isEqualTo(7);
                assertThat(byNumber.get(number).getInteger("missing")).isZero();
                assertThat(byNumber.get(number).get("history", Document.class)).hasSize(7);
            });
        } finally {
            enough.countDown();
            database.close();
        }
    }

    /** Each ticket's facts are spread over several calls, so that a kill falls between them. */
    private static void tellUntil(CountDownLatch enough, Log log, List<String> numbers) {
        while (!hasEnough(enough)) {
            List<List<SpecificRecord>> lives = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String number = FactMother.aNumber();
                numbers.add(number);
                lives.add(FactMother.life(number));
            }
            for (int version = 0; version < 7; version++) {
                int step = version;
                log.tell(lives.stream().map(life -> life.get(step)).toList());
            }
        }
    }

    /** A pause between the calls, so that a fast machine doesn't make a long log of it. */
    private static boolean hasEnough(CountDownLatch enough) {
        try {
            return enough.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private ChildProcess start(int port) throws Exception {
        Path data = directory.resolve("data");
        Files.createDirectories(data);
        List<String> command = Mongod.onPath()
                .map(program -> Mongod.command(program, data, port))
                .orElseGet(() -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseMain.class.getName(),
                        data.toString(),
                        String.valueOf(port)));
        return ChildProcess.start(command, directory.resolve("database.log"));
    }
}
