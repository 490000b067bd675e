package org.navette.bench.stack;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.OptionalLong;
import org.bson.Document;

/** Counts what the query service has written, without asking the service: it is busy. */
public final class ReadModel implements AutoCloseable {

    public static final String DATABASE = "navette_query";
    public static final String TICKETS = "tickets";
    private static final String REFUSALS = "refusals";

    private final MongoClient client;

    private ReadModel(MongoClient client) {
        this.client = client;
    }

    /** @param uri without a database's name */
    public static ReadModel at(String uri) {
        return new ReadModel(MongoClients.create(uri));
    }

    /** Tickets and refused submissions, by the collections' own counters. */
    public long count() {
        return count(TICKETS) + count(REFUSALS);
    }

    /** Refused submissions; the submissions of the bench are valid, so that there should be next to none. */
    public long refusals() {
        // The collection also holds a mark of the projection, which has no code.
        return client.getDatabase(DATABASE).getCollection(REFUSALS).countDocuments(Filters.exists("code"));
    }

    /** On disk, documents and indexes; nothing where the database doesn't tell, as the embedded one. */
    OptionalLong bytes() {
        var total = client.getDatabase(DATABASE)
                .runCommand(new Document("dbStats", 1))
                .get("totalSize", Number.class);
        return total == null ? OptionalLong.empty() : OptionalLong.of(total.longValue());
    }

    private long count(String collection) {
        return client.getDatabase(DATABASE).getCollection(collection).estimatedDocumentCount();
    }

    @Override
    public void close() {
        client.close();
    }
}
