package org.navette.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * The right to build read models, to put one in the place of the live one, and to drop what is not live. One process has it
 * at a time; it runs out unless it is renewed, so that nobody has to clear up behind one that died. Kept in the document
 * that points at the live one: who has lost it changes nothing.
 */
public final class BuildingRight implements AutoCloseable {

    public static final Duration TERM = Duration.ofMinutes(1);

    private static final String BUILDER = "builder";
    private static final String UNTIL = "until";

    private final ReadModels models;
    private final MongoCollection<BsonDocument> pointer;
    private final String builder = UUID.randomUUID().toString();

    private BuildingRight(ReadModels models) {
        this.models = models;
        this.pointer = models.pointer();
    }

    /** Empty where another process has it. */
    public static Optional<BuildingRight> claim(ReadModels models) {
        BuildingRight right = new BuildingRight(models);
        right.beginPointer();
        long claimed = right.pointer
                .updateOne(
                        and(eq(Fields.ID, ReadModels.LIVE), lt(UNTIL, time(Instant.now()))),
                        Updates.combine(Updates.set(BUILDER, right.builder), Updates.set(UNTIL, right.end())))
                .getMatchedCount();
        return Optional.of(right).filter(any -> claimed == 1);
    }

    private void beginPointer() {
        try {
            pointer.updateOne(
                    eq(Fields.ID, ReadModels.LIVE),
                    Updates.combine(
                            Updates.setOnInsert(ReadModels.SUFFIX, ""),
                            Updates.setOnInsert(UNTIL, time(Instant.EPOCH))),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!WriteErrors.isDuplicate(e.getError())) {
                throw e;
            }
            // Another process was faster, with the same.
        }
    }

    /** @return false where it was lost */
    public boolean renew() {
        return change(new BsonDocument(), Updates.set(UNTIL, end()));
    }

    /**
     * @return false where it was lost, or another is live meanwhile; nothing is changed then
     * @throws MongoException where it is not known whether it was replaced
     */
    public boolean replace(ReadModel live, ReadModel by) {
        boolean replaced;
        try {
            replaced = change(
                    eq(ReadModels.SUFFIX, live.suffix()),
                    Updates.combine(
                            Updates.set(ReadModels.SUFFIX, by.suffix()),
                            Updates.set(ReadModels.REPLACED_AT, time(Instant.now()))));
        } catch (MongoException e) {
            // Only the answer may be lost. Where the change is not there, it may still come.
            if (!models.refresh().equals(by)) {
                throw e;
            }
            return true;
        }
        models.refresh();
        return replaced;
    }

    private boolean change(Bson condition, Bson change) {
        return pointer.updateOne(and(eq(Fields.ID, ReadModels.LIVE), eq(BUILDER, builder), condition), change)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void close() {
        change(new BsonDocument(), Updates.set(UNTIL, time(Instant.EPOCH)));
    }

    private BsonDateTime end() {
        return time(Instant.now().plus(TERM));
    }

    private static BsonDateTime time(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }
}
