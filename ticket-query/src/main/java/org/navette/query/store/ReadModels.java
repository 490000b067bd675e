package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.navette.query.QuerySettings;
import org.springframework.stereotype.Component;

/**
 * Which read model is the live one. A document points at it, so that all of its collections are changed for others in one
 * moment; as long as there is no such document, it is the one whose collections' names end in nothing.
 */
@Component
public final class ReadModels {

    static final String LIVE = "live";
    static final String SUFFIX = "suffix";
    static final String REPLACED_AT = "replaced-at";

    private final MongoClient client;
    private final MongoDatabase database;
    private final long longestNanos;
    private volatile @Nullable Known known;

    private record Known(ReadModel model, long since) {}

    ReadModels(MongoClient client, QuerySettings settings) {
        this.client = client;
        // Read where it is written, whatever the connection string says of the lists: a member that lags behind would
        // take
        // the live one for a former one, which is dropped, and positions for lost.
        this.database = client.getDatabase(settings.database()).withReadPreference(ReadPreference.primary());
        this.longestNanos = settings.checkInterval().toNanos();
    }

    /**
     * The live one as it was known at most {@code check-interval} ago. Whoever uses several collections asks once. Nobody
     * waits for another one's look: where the database is away, each would wait for the limits of all before it.
     */
    public ReadModel live() {
        Known last = known;
        return isRecent(last) ? last.model() : refresh();
    }

    /** The same, read from where the connection string says. */
    ReadModel shown() {
        return live().readFrom(client.getReadPreference());
    }

    private boolean isRecent(@Nullable Known last) {
        return last != null && System.nanoTime() - last.since() < longestNanos;
    }

    /** The live one at this moment. */
    public ReadModel refresh() {
        long asked = System.nanoTime();
        BsonDocument pointer = readPointer();
        String suffix = pointer == null ? "" : Doc.required(pointer, SUFFIX);
        Known found = new Known(of(suffix), asked);
        known = found;
        return found.model();
    }

    /** When the live one took the place of another one. */
    public Optional<Instant> replacedAt() {
        BsonDocument pointer = readPointer();
        return pointer == null || !pointer.containsKey(REPLACED_AT)
                ? Optional.empty()
                : Optional.of(Doc.instant(pointer, REPLACED_AT));
    }

    private @Nullable BsonDocument readPointer() {
        return pointerOfPrimary().find(eq(Fields.ID, LIVE)).first();
    }

    ReadModel of(String suffix) {
        return new ReadModel(database, suffix);
    }

    /** Whatever is there beside the live one: former ones, and some that were never finished. */
    public List<ReadModel> others() {
        String live = refresh().suffix();
        return StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .flatMap(name -> ReadModel.suffixOf(name).stream())
                .filter(suffix -> !suffix.equals(live))
                .distinct()
                .sorted()
                .map(this::of)
                .toList();
    }

    /**
     * Journalled, and by most members where the database is a replica set: what was written before it is then as sure. A
     * server by itself that is asked for a majority, too, doesn't wait for its journal (waitForWriteConcern in MongoDB's
     * write_concern.cpp).
     */
    MongoCollection<BsonDocument> pointer() {
        // Before its first answer nobody knows what kind of database it is.
        readPointer();
        boolean alone = client.getClusterDescription().getType() == ClusterType.STANDALONE;
        return pointerOfPrimary()
                .withWriteConcern(alone ? WriteConcern.W1.withJournal(true) : WriteConcern.MAJORITY.withJournal(true));
    }

    private MongoCollection<BsonDocument> pointerOfPrimary() {
        return database.getCollection("read-models", BsonDocument.class);
    }
}
