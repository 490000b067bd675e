package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;
import org.navette.query.facts.TicketFacts;

/**
 * One request's look at the read model. Every method fails with a {@link com.mongodb.MongoException} rather than that all
 * of them together take too long.
 */
public final class Reading {

    private static final Bson YOUNGEST_FIRST = Sorts.descending(Fields.SUBMITTED_AT, Fields.ID);
    private static final int MOST_BESIDE = 100;

    /** A history has no end, and a line of a list shows none of it. */
    private static final Bson WITHOUT_HISTORY = Projections.exclude(Fields.HISTORY, Fields.TICKET + ".description");

    private final ReadModel model;
    private final TimeLimit limit;

    Reading(ReadModel model, TimeLimit limit) {
        this.model = model;
        this.limit = limit;
    }

    /** The youngest first. */
    public List<TicketRow> list(Bson filter, int most) {
        return find(filter, most).map(TicketRow::of).into(new ArrayList<>());
    }

    FindIterable<BsonDocument> find(Bson filter, int most) {
        return model.tickets()
                .find(filter)
                .sort(YOUNGEST_FIRST)
                .limit(most)
                .batchSize(most)
                .projection(WITHOUT_HISTORY)
                .maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS);
    }

    public long count(Bson filter) {
        return model.tickets()
                .countDocuments(filter, new CountOptions().maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS));
    }

    public SortedMap<String, Long> refusalsByCode() {
        SortedMap<String, Long> counts = new TreeMap<>();
        model.refusals()
                .aggregate(List.of(
                        Aggregates.match(Filters.gte(Fields.CODE, "")),
                        Aggregates.group("$" + Fields.CODE, Accumulators.sum("count", new BsonInt32(1)))))
                .maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS)
                .forEach(group -> counts.put(
                        Doc.required(group, Fields.ID), group.getNumber("count").longValue()));
        return counts;
    }

    public Optional<StoredTicket> find(String number) {
        BsonDocument ticket = model.tickets()
                .find(eq(Fields.ID, number))
                .maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS)
                .first();
        BsonDocument refusal = ticket != null
                ? null
                : model.refusals()
                        .find(eq(Fields.ID, number))
                        .maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS)
                        .first();
        if (ticket == null && refusal == null) {
            return Optional.empty();
        }
        TicketFacts facts = ticket == null ? null : TicketDocuments.facts(ticket);
        return Optional.of(new StoredTicket(
                facts,
                refusal == null ? null : OtherDocuments.refusal(refusal),
                beside(model.rejectedActions().find(eq(Fields.TICKET_NUMBER, number)), "at").stream()
                        .map(OtherDocuments::rejectedAction)
                        .toList(),
                beside(model.undeliverableMails().find(eq(Fields.TICKET_NUMBER, number)), Fields.VERSION).stream()
                        .map(OtherDocuments::mail)
                        .toList()));
    }

    /** The last hundred, in order. */
    private List<BsonDocument> beside(FindIterable<BsonDocument> found, String order) {
        List<BsonDocument> documents = found.sort(Sorts.descending(order))
                .limit(MOST_BESIDE)
                .maxTime(limit.leftMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
        Collections.reverse(documents);
        return documents;
    }
}
