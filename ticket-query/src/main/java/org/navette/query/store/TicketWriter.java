package org.navette.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.navette.query.facts.TicketFacts;

/**
 * Writes tickets so that repeats, stale facts and facts in another order do no harm. Nearly all go one of two ways that
 * cost one write: a new ticket is inserted, and one whose facts follow just what is stored is changed, under the condition
 * that they do. Of repeats, what is there is left out first, lest it be written over. What fits neither is read, merged
 * and written back, under the condition that nobody was faster.
 */
final class TicketWriter {

    private static final int MOST_TRIES = 20;

    private final MongoCollection<BsonDocument> tickets;
    private final Portions portions;

    TicketWriter(MongoCollection<BsonDocument> tickets, Portions portions) {
        this.tickets = tickets;
        this.portions = portions;
    }

    void write(Collection<TicketFacts> changes, Written written) {
        portions.eachThatFits(
                List.copyOf(changes),
                portion -> writeTogether(portion, written),
                facts -> written.tooLarge(facts.number()));
    }

    private void writeTogether(Collection<TicketFacts> changes, Written written) {
        List<TicketFacts> fresh = new ArrayList<>();
        List<TicketFacts> following = new ArrayList<>();
        List<TicketFacts> odd = new ArrayList<>();
        for (TicketFacts facts : changes) {
            boolean whole = facts.ticket().isPresent() && facts.missing() == 0;
            (whole ? fresh : facts.isContiguous() ? following : odd).add(facts);
        }
        List<TicketFacts> repeated = new ArrayList<>(insert(fresh, written));
        repeated.addAll(change(following, written));
        List<TicketFacts> newOfRepeated = notThere(repeated);
        List<TicketFacts> perhapsUnchanged = change(newOfRepeated, written);
        odd.addAll(notThere(perhapsUnchanged));
        odd.forEach(facts -> merge(facts, written));
    }

    /** @return those that are there already */
    private List<TicketFacts> insert(List<TicketFacts> fresh, Written written) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        try {
            tickets.insertMany(
                    fresh.stream().map(TicketDocuments::whole).toList(), new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            List<TicketFacts> there = new ArrayList<>();
            for (BulkWriteError error : errors(e)) {
                TicketFacts facts = fresh.get(error.getIndex());
                if (WriteErrors.isDuplicate(error)) {
                    there.add(facts);
                } else if (!written.isTooLarge(facts.number(), error)) {
                    throw e;
                }
            }
            return there;
        }
    }

    /** @return nothing, or all of them where some document is not there, or is not just before them */
    private List<TicketFacts> change(List<TicketFacts> following, Written written) {
        if (following.isEmpty()) {
            return List.of();
        }
        List<UpdateOneModel<BsonDocument>> updates = following.stream()
                .map(facts -> new UpdateOneModel<BsonDocument>(
                        and(
                                eq(Fields.ID, facts.number()),
                                eq(Fields.VERSION, facts.firstVersion() - 1),
                                eq(Fields.MISSING, 0)),
                        TicketDocuments.change(facts)))
                .toList();
        try {
            int matched = tickets.bulkWrite(updates, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
            return matched == following.size() ? List.of() : following;
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : errors(e)) {
                if (!written.isTooLarge(following.get(error.getIndex()).number(), error)) {
                    throw e;
                }
            }
            return following.stream()
                    .filter(facts -> !written.tooLarge().containsKey(facts.number()))
                    .toList();
        }
    }

    /** Without the facts that are there, where that can be told from the version. */
    private List<TicketFacts> notThere(List<TicketFacts> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<String, TicketFacts> left =
                changes.stream().collect(Collectors.toMap(TicketFacts::number, Function.identity()));
        tickets.find(in(Fields.ID, List.copyOf(left.keySet())))
                .projection(Projections.include(Fields.VERSION, Fields.MISSING))
                .forEach(found -> {
                    if (Doc.integer(found, Fields.MISSING) == 0) {
                        int version = Doc.integer(found, Fields.VERSION);
                        left.computeIfPresent(
                                Doc.required(found, Fields.ID),
                                (number, facts) -> version >= facts.version()
                                        ? null
                                        : version < facts.firstVersion() ? facts : facts.after(version));
                    }
                });
        return List.copyOf(left.values());
    }

    private void merge(TicketFacts facts, Written written) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            BsonDocument found = tickets.find(eq(Fields.ID, facts.number())).first();
            try {
                if (found == null ? insert(facts, written) : merge(found, facts, written)) {
                    return;
                }
            } catch (MongoWriteException e) {
                if (written.isTooLarge(facts.number(), e.getError())) {
                    return;
                } else if (!WriteErrors.isDuplicate(e.getError())) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("others keep changing ticket " + facts.number());
    }

    private boolean insert(TicketFacts facts, Written written) {
        tickets.insertOne(TicketDocuments.whole(facts));
        written.gap(facts);
        return true;
    }

    /** @return false where somebody else changed it meanwhile */
    private boolean merge(BsonDocument found, TicketFacts facts, Written written) {
        TicketFacts merged = TicketDocuments.facts(found);
        if (!merged.merge(facts)) {
            return true;
        }
        int missingBefore = Doc.integer(found, Fields.MISSING);
        // Whatever is added changes one of the two.
        boolean replaced = tickets.replaceOne(
                                and(
                                        eq(Fields.ID, facts.number()),
                                        eq(Fields.VERSION, found.get(Fields.VERSION)),
                                        eq(Fields.MISSING, missingBefore)),
                                TicketDocuments.whole(merged))
                        .getMatchedCount()
                == 1;
        if (replaced && merged.missing() > missingBefore) {
            written.gap(merged);
        }
        return replaced;
    }

    private static List<BulkWriteError> errors(MongoBulkWriteException e) {
        if (e.getWriteConcernError() != null) {
            throw e;
        }
        return e.getWriteErrors();
    }
}
