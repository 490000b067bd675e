package org.navette.parts.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class CopyingCollectionTest {

    /** H2 may be writing it just then. */
    @Test
    void whatIsStoredIsReplacedAndNotChanged() {
        try (var store = MVStore.open(null)) {
            var server = new MongoServer(new EmbeddedBackend(store));
            try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
                var collection = client.getDatabase("d").getCollection("c");
                collection.insertOne(org.bson.Document.parse("{_id: 1, gone: 1, kept: {inner: 1}}"));
                var documents = store.<Object, Document>openMap("databases.d.c");
                var stored = documents.get(documents.firstKey());

                collection.updateOne(
                        org.bson.Document.parse("{_id: 1}"),
                        Updates.combine(
                                Updates.unset("gone"), Updates.set("kept.inner", 2), Updates.set("kept.new", 3)));
                collection.findOneAndUpdate(org.bson.Document.parse("{_id: 1}"), Updates.set("kept.inner", 4));

                assertThat(stored.toString()).isEqualTo("{\"_id\" : 1, \"gone\" : 1, \"kept\" : {\"inner\" : 1}}");
                assertThat(collection.find().first())
                        .isEqualTo(org.bson.Document.parse("{_id: 1, kept: {inner: 4, new: 3}}"));
            } finally {
                server.shutdownNow();
            }
        }
    }
}
