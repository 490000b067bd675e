package org.navette.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the collections still belong together. Every one holds a document with the same generation id; where one
 * has lost it (dropped, emptied), positions that were reached with its former content count no longer: a new generation
 * begins, whose positions begin at the log's start.
 *
 * <p>The document beside the positions decides. A new generation is first announced there as unfinished, then written to
 * every collection, then confirmed; whoever finds an unfinished one finishes it. So several instances, and one that dies
 * half-way, agree.
 */
final class Generations {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    static final String SENTINEL = "generation";
    private static final String UNFINISHED = "unfinished";
    private static final int MOST_ROUNDS = 20;

    private final ReadModel model;

    Generations(ReadModel model) {
        this.model = model;
    }

    /** The generation, where every collection has the same, and it is finished. */
    Optional<String> current() {
        BsonDocument decisive = sentinel(model.positions());
        if (decisive == null || decisive.getBoolean(UNFINISHED).getValue()) {
            return Optional.empty();
        }
        String generation = Doc.required(decisive, SENTINEL);
        return isEverywhere(generation) ? Optional.of(generation) : Optional.empty();
    }

    /** The generation; a new one is begun where the collections don't belong together. */
    String establish() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<String> generation = current();
            if (generation.isPresent()) {
                return generation.get();
            }
            BsonDocument decisive = sentinel(model.positions());
            if (decisive != null && decisive.getBoolean(UNFINISHED).getValue()) {
                finish(Doc.required(decisive, SENTINEL));
            } else if (decisive == null || !isEverywhere(Doc.required(decisive, SENTINEL))) {
                announce(decisive);
            }
        }
        throw new IllegalStateException("other instances keep beginning new generations");
    }

    /** Announces the first generation of an empty read model; it is unfinished until {@link #finish}. */
    String begin() {
        String generation = UUID.randomUUID().toString();
        model.positions().insertOne(unfinished(generation));
        return generation;
    }

    private void announce(@Nullable BsonDocument former) {
        String generation = UUID.randomUUID().toString();
        try {
            if (insertOrReplace(former, unfinished(generation))) {
                LOG.info("the read model is new or has lost a collection: it is filled from the start of the log");
            }
        } catch (MongoWriteException e) {
            if (!WriteErrors.isDuplicate(e.getError())) {
                throw e;
            }
            // Another instance was faster: its generation is as good.
        }
    }

    private boolean insertOrReplace(@Nullable BsonDocument former, BsonDocument announced) {
        if (former == null) {
            model.positions().insertOne(announced);
            return true;
        }
        return model.positions()
                        .replaceOne(and(eq(Fields.ID, SENTINEL), eq(SENTINEL, former.get(SENTINEL))), announced)
                        .getMatchedCount()
                == 1;
    }

    void finish(String generation) {
        for (MongoCollection<BsonDocument> collection : model.data()) {
            collection.replaceOne(eq(Fields.ID, SENTINEL), document(generation), new ReplaceOptions().upsert(true));
        }
        model.positions()
                .replaceOne(
                        and(eq(Fields.ID, SENTINEL), eq(SENTINEL, generation)),
                        document(generation).append(UNFINISHED, BsonBoolean.FALSE));
    }

    private boolean isEverywhere(String generation) {
        return model.data().stream()
                .map(Generations::sentinel)
                .allMatch(found -> found != null && generation.equals(Doc.required(found, SENTINEL)));
    }

    private static @Nullable BsonDocument sentinel(MongoCollection<BsonDocument> collection) {
        return collection.find(eq(Fields.ID, SENTINEL)).first();
    }

    private static BsonDocument unfinished(String generation) {
        return document(generation).append(UNFINISHED, BsonBoolean.TRUE);
    }

    private static BsonDocument document(String generation) {
        return Doc.id(SENTINEL).put(SENTINEL, generation).bson();
    }
}
