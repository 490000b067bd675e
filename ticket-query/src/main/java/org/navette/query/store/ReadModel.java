package org.navette.query.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.navette.query.QuerySettings;
import org.springframework.stereotype.Component;

/** The collections of the read model. */
@Component
public final class ReadModel {

    private static final List<String> SEARCHED =
            List.of(Fields.ISSUER, Fields.RECIPIENTS, Fields.CATEGORY, Fields.SUB_CATEGORY);

    private final MongoDatabase database;

    ReadModel(MongoClient client, QuerySettings settings) {
        this.database = client.getDatabase(settings.database());
    }

    /** A document a ticket, under its number. */
    public MongoCollection<BsonDocument> tickets() {
        return collection("tickets");
    }

    /** A document a refused submission, under its number. */
    public MongoCollection<BsonDocument> refusals() {
        return collection("refusals");
    }

    /** A document an action that was not applied. */
    public MongoCollection<BsonDocument> rejectedActions() {
        return collection("rejected-actions");
    }

    /** A document an e-mail that reached nobody. */
    public MongoCollection<BsonDocument> undeliverableMails() {
        return collection("undeliverable-mails");
    }

    /** A document a partition: how far the other collections have come. */
    MongoCollection<BsonDocument> positions() {
        return collection("positions");
    }

    /** Every collection whose content comes from the log. */
    List<MongoCollection<BsonDocument>> data() {
        return List.of(tickets(), refusals(), rejectedActions(), undeliverableMails());
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    /**
     * Creates what is missing, for each collection at once: it is gone through once, however many indexes it gets. In each
     * list's index the status comes before the time, so that a list of some statuses is as many short scans, merged; a
     * list without a status asks for all of them and needs no index of its own.
     */
    void createIndexes() {
        List<IndexModel> lists = new ArrayList<>();
        lists.add(index(Indexes.ascending(Fields.STATUS), byAge()));
        SEARCHED.forEach(field -> lists.add(index(Indexes.ascending(field, Fields.STATUS), byAge())));
        tickets().createIndexes(lists);
        refusals().createIndexes(List.of(index(Indexes.ascending(Fields.CODE))));
        rejectedActions().createIndexes(List.of(index(Indexes.ascending(Fields.TICKET_NUMBER, "at"))));
        undeliverableMails().createIndexes(List.of(index(Indexes.ascending(Fields.TICKET_NUMBER))));
    }

    private static Bson byAge() {
        return Indexes.descending(Fields.SUBMITTED_AT, Fields.ID);
    }

    private static IndexModel index(Bson... keys) {
        return new IndexModel(Indexes.compoundIndex(keys));
    }
}
