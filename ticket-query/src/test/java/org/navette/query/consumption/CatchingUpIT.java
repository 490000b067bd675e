package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailOutcome;
import org.navette.parts.Parts;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

/**
 * The read model comes back by itself, with the same content, whatever is done to its database. On a broker of its own,
 * because the log is read again from its start each time.
 */
class CatchingUpIT {

    private static final List<String> DATA = List.of("tickets", "refusals", "rejected-actions", "undeliverable-mails");
    private static final int DUPLICATE = 11000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static RunningQuery query;
    private static Log log;
    private Map<String, Map<Object, Document>> content;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory, 0);
        log = new Log(broker.bootstrapServers(), Parts.registryUrl());
        query = RunningQuery.start(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
        query.catchUp();
    }

    @AfterAll
    static void stop() {
        query.close();
        log.close();
        broker.close();
    }

    @BeforeEach
    void tellSome() {
        for (int i = 0; i < 20; i++) {
            tell(i);
        }
        query.catchUp();
        content = content();
        assertThat(content.get("tickets")).isNotEmpty();
        assertThat(content.get("undeliverable-mails")).isNotEmpty();
    }

    private static void tell(int i) {
        String number = FactMother.aNumber();
        log.tell(FactMother.life(number).subList(0, 1 + i % 7));
        log.tell(
                FactMother.refused(FactMother.aNumber()),
                FactMother.rejected(number, 1),
                FactMother.mail(number, MailOutcome.UNDELIVERABLE));
    }

    @Test
    void aCollectionThatIsDroppedWhileWeRunComesBack() {
        for (String collection : List.of("tickets", "refusals", "positions")) {
            query.database().getCollection(collection).drop();

            comesBack();
        }
    }

    @Test
    void aDatabaseThatIsEmptiedWhileWeRunComesBack() {
        query.database().drop();

        comesBack();
    }

    @Test
    void aDatabaseThatIsEmptiedWhileWeAreStoppedComesBack() {
        query.stop();
        query.database().drop();
        query.startAgain();

        comesBack();
    }

    @Test
    void aCollectionThatIsDroppedWhileWeAreStoppedComesBack() {
        query.stop();
        query.database().getCollection("tickets").drop();
        query.startAgain();

        comesBack();
    }

    @Test
    void anOldBackupThatIsRestoredWhileWeRunIsCaughtUp() {
        Map<String, List<Document>> backup = backup();
        changeAfterBackup();

        restore(backup);

        comesBack();
    }

    @Test
    void anOldBackupThatIsRestoredWhileWeAreStoppedIsCaughtUp() {
        Map<String, List<Document>> backup = backup();
        changeAfterBackup();
        query.stop();

        restore(backup);
        query.startAgain();

        comesBack();
    }

    private void changeAfterBackup() {
        for (int i = 0; i < 20; i++) {
            tell(i);
        }
        Object open = content.get("tickets").values().stream()
                .filter(ticket -> ticket.getInteger("version") == 1)
                .findFirst()
                .orElseThrow()
                .get("_id");
        log.tell(FactMother.life((String) open).subList(1, 5));
        query.catchUp();
        content = content();
    }

    private static Map<String, List<Document>> backup() {
        Map<String, List<Document>> backup = new TreeMap<>();
        query.database()
                .listCollectionNames()
                .forEach(name -> backup.put(
                        name, query.database().getCollection(name).find().into(new ArrayList<>())));
        return backup;
    }

    /** As the usual tools do it: a collection after the other, and what was put there meanwhile stays. */
    private static void restore(Map<String, List<Document>> backup) {
        backup.forEach((name, documents) -> {
            query.database().getCollection(name).drop();
            try {
                query.database().getCollection(name).insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                assertThat(e.getWriteErrors()).allMatch(error -> error.getCode() == DUPLICATE);
            }
        });
    }

    private void comesBack() {
        // Counting costs nothing, reading everything all the time would hold up what we wait for.
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> DATA.stream().allMatch(this::hasAll));
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            query.catchUp();
            assertThat(content()).isEqualTo(content);
        });
    }

    private boolean hasAll(String collection) {
        int sentinel = 1;
        return query.database().getCollection(collection).countDocuments()
                == content.get(collection).size() + sentinel;
    }

    private static Map<String, Map<Object, Document>> content() {
        Map<String, Map<Object, Document>> content = new TreeMap<>();
        for (String name : DATA) {
            Map<Object, Document> documents = new TreeMap<>();
            query.database().getCollection(name).find().forEach(found -> documents.put(found.get("_id"), found));
            documents.remove("generation");
            content.put(name, documents);
        }
        return content;
    }
}
