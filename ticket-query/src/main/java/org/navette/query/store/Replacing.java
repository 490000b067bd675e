package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
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

    void write(List<BsonDocument> documents, Written written) {
        portions.eachThatFits(
                documents,
                portion -> writeTogether(portion, written),
                document -> written.tooLarge(ticketNumber(document)));
    }

    private void writeTogether(List<BsonDocument> documents, Written written) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            List<BsonDocument> there = new ArrayList<>();
            for (BulkWriteError error : e.getWriteErrors()) {
                BsonDocument document = documents.get(error.getIndex());
                if (WriteErrors.isDuplicate(error)) {
                    there.add(document);
                } else if (!written.isTooLarge(ticketNumber(document), error)) {
                    throw e;
                }
            }
            replace(there);
        }
    }

    /** A refusal's own number, else that of the ticket which it is about. */
    private static String ticketNumber(BsonDocument document) {
        return Doc.required(document, document.containsKey(Fields.TICKET_NUMBER) ? Fields.TICKET_NUMBER : Fields.ID);
    }

    private void replace(List<BsonDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<BsonDocument>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        eq(Fields.ID, document.get(Fields.ID)), document, new ReplaceOptions().upsert(true)))
                .toList();
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
}
