package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.navette.query.facts.Batch;

/**
 * A read model that is being built beside the live one. Nobody reads it, so it may be without indexes as long as it is
 * filled; what its collections have in common, a generation, stays unfinished until it is complete.
 */
public final class Construction {

    /** One command goes through all documents. */
    private static final Duration LONGEST_INDEXING = Duration.ofHours(2);

    private final ReadModel model;
    private final Projections projections;
    private final Projection projection;
    private final Generations generations;
    private final String generation;
    private final long interruptionsBefore;

    private Construction(ReadModel model, Projections projections) {
        this.model = model;
        this.projections = projections;
        this.interruptionsBefore = projections.interruptions();
        this.projection = projections.ofNew(model);
        this.generations = new Generations(model);
        this.generation = generations.begin();
    }

    public static Construction begin(ReadModels models, Projections projections) {
        return new Construction(models.of(ReadModel.newSuffix(Instant.now())), projections);
    }

    public ReadModel model() {
        return model;
    }

    /** By any thread. */
    public Written write(Batch batch) {
        return projection.write(batch);
    }

    public void createIndexes() {
        Together.run(model.indexing(LONGEST_INDEXING));
    }

    /**
     * Makes of it a read model that can be gone on with, or raises its positions. What is written last is lost first: a
     * database that loses any of the data has no complete read model afterwards.
     *
     * @return false where the database may have lost some of it without having told
     */
    public boolean complete(Map<Partition, Long> reached) {
        List<UpdateOneModel<BsonDocument>> positions = reached.entrySet().stream()
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        eq(Fields.ID, entry.getKey().id()),
                        Updates.combine(
                                Updates.set(Positions.GENERATION, generation),
                                Updates.set(Positions.OFFSET, new BsonInt64(entry.getValue()))),
                        new UpdateOptions().upsert(true)))
                .toList();
        model.positions().bulkWrite(positions, new BulkWriteOptions().ordered(false));
        generations.finish(generation);
        return projections.interruptions() == interruptionsBefore;
    }
}
