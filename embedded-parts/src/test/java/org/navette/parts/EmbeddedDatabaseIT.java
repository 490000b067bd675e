package org.navette.parts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.database.EmbeddedDatabase;

/** What services rely on, and the library alone doesn't give. */
class EmbeddedDatabaseIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private EmbeddedDatabase database;
    private MongoClient client;
    private MongoCollection<Document> collection;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.start(directory, 0);
        client = MongoClients.create(database.uri());
        collection = client.getDatabase("d").getCollection("c");
    }

    @AfterEach
    void stop() {
        client.close();
        database.close();
    }

    @Test
    void aConditionBesideTheIdIsHeeded() {
        collection.insertMany(List.of(document("a"), document("b")));

        assertThat(change(and(eq("_id", "a"), lt("version", 1)))).isZero();
        assertThat(change(and(eq("_id", "a"), lt("version", 2)))).isEqualTo(1);
        assertThat(change(new Document("_id", "b").append("version", 1))).isEqualTo(1);
        assertThat(change(and(eq("_id", "c"), lt("version", 2)))).isZero();
        assertThat(collection.countDocuments(and(in("_id", "a", "b", "c"), eq("version", 2))))
                .isEqualTo(2);
        assertThatThrownBy(() -> collection.updateOne(
                        and(eq("_id", "a"), lt("version", 2)), set("version", 3), new UpdateOptions().upsert(true)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }

    private long change(Bson filter) {
        return collection.updateOne(filter, inc("version", 1)).getMatchedCount();
    }

    @Test
    @Timeout(60)
    void anIndexThatIsCreatedWhileOthersWriteDisturbsNobody() throws Exception {
        var goOn = new AtomicBoolean(true);
        var writer = CompletableFuture.supplyAsync(() -> {
            var written = 0;
            while (goOn.get()) {
                collection.insertOne(document("n" + written++));
            }
            return written;
        });
        for (var i = 0; i < 200; i++) {
            collection.createIndex(new Document("field" + i, 1));
        }
        goOn.set(false);

        assertThat(collection.countDocuments())
                .isEqualTo(writer.get(30, TimeUnit.SECONDS).longValue());
    }

    @Test
    @Timeout(60)
    void whatIsDroppedWhileItIsWrittenStaysUsable() throws Exception {
        var goOn = new AtomicBoolean(true);
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 2; i++) {
            writers.add(CompletableFuture.runAsync(() -> {
                while (goOn.get()) {
                    collection.updateOne(eq("_id", "a"), inc("version", 1), new UpdateOptions().upsert(true));
                    collection.find().first();
                }
            }));
        }
        var end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (System.nanoTime() < end) {
            collection.drop();
            client.getDatabase("d").drop();
        }
        goOn.set(false);
        for (var writer : writers) {
            writer.get(30, TimeUnit.SECONDS);
        }

        collection.drop();
        collection.insertOne(document("a"));
        assertThat(collection.find().into(new ArrayList<>())).hasSize(1);
    }

    private static Document document(String id) {
        return new Document("_id", id).append("version", 1);
    }
}
