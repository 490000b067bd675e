package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.query.QuerySettings;
import org.navette.query.facts.Batch;
import org.springframework.stereotype.Component;

/** Writes batches into the read model. Every write may be repeated, in any other cut of the batches. */
@Component
public final class Projection {

    private final ReadModel model;
    private final Interruptions interruptions;
    private final Portions portions;
    private final TicketWriter tickets;

    Projection(ReadModel model, Interruptions interruptions, QuerySettings settings) {
        this.model = model;
        this.interruptions = interruptions;
        this.portions = new Portions(settings.batchSize(), settings.databaseTimeout());
        this.tickets = new TicketWriter(model.tickets(), portions);
    }

    /** Each consumer has its own. */
    public Positions positions() {
        return new Positions(model, interruptions);
    }

    /** @throws com.mongodb.MongoException where the database did not take it: some of it may be written */
    public Written write(Batch batch) {
        Written written = new Written();
        tickets.write(batch.tickets(), written);
        replace(model.refusals(), batch.refusals(), OtherDocuments::refusal);
        replace(model.rejectedActions(), batch.rejectedActions(), OtherDocuments::rejectedAction);
        writeMails(batch.mails());
        return written;
    }

    private void writeMails(Map<String, MailDelivery> mails) {
        Map<String, MailDelivery> undeliverable = new LinkedHashMap<>(mails);
        undeliverable.values().removeIf(mail -> mail.getOutcome() == MailOutcome.SENT);
        replace(model.undeliverableMails(), undeliverable, OtherDocuments::mail);
        List<String> sent = mails.keySet().stream()
                .filter(id -> !undeliverable.containsKey(id))
                .toList();
        // They went out at last, after somebody mended what was wrong.
        portions.each(sent, portion -> model.undeliverableMails().deleteMany(in(Fields.ID, portion)));
    }

    private <T> void replace(
            MongoCollection<BsonDocument> collection,
            Map<String, T> values,
            BiFunction<String, T, BsonDocument> document) {
        List<ReplaceOneModel<BsonDocument>> writes = values.entrySet().stream()
                .map(entry -> new ReplaceOneModel<>(
                        eq(Fields.ID, entry.getKey()),
                        document.apply(entry.getKey(), entry.getValue()),
                        new ReplaceOptions().upsert(true)))
                .toList();
        portions.each(writes, portion -> collection.bulkWrite(portion, new BulkWriteOptions().ordered(false)));
    }
}
