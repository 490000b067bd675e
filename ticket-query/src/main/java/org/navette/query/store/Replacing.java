package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.BsonDocument;

/** Writes documents that stand for themselves: the last one under an id counts. Nearly all are new. */
final class Replacing {

    private final MongoCollection<BsonDocument> collection;
    private final Portions portions;

    Replacing(MongoCollection<BsonDocument> collection, Portions portions) {
        this.collection = collection;
        this.portions = portions;
    }

    void write(List<BsonDocument> documents) {
        portions.each(documents, this::writePortion);
    }

    private void writePortion(List<BsonDocument> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(WriteErrors::isDuplicate)) {
                throw e;
            }
            replace(e.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .map(documents::get)
                    .toList());
        }
    }

    private void replace(List<BsonDocument> documents) {
        List<ReplaceOneModel<BsonDocument>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        eq(Fields.ID, document.get(Fields.ID)), document, new ReplaceOptions().upsert(true)))
                .toList();
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
}
