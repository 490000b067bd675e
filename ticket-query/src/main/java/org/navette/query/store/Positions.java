package org.navette.query.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;

/**
 * How far the read model has come in each partition, as one consumer knows it: the offset of the next record. Kept beside
 * the data and raised after them, in the same database and therefore in the same journal: whatever the database loses, a
 * position is never ahead of its data. One consumer's own, not thread-safe.
 *
 * <p>A database that is killed and back between two commands would take the position after it lost the data. So a mark
 * goes between them: it is written after the data, by the same process of the database where no interruption was seen
 * until then, and a position is raised only where its mark is. Who lost the data has lost the mark.
 */
public final class Positions {

    static final String GENERATION = "generation";
    static final String OFFSET = "offset";
    static final String MARK = "mark";

    private final ReadModel model;
    private final Generations generations;
    private final Interruptions interruptions;
    private final Map<Partition, Long> known = new HashMap<>();
    private @Nullable String generation;

    /** The interruptions that there were when all that was read of a partition until then was sure to be in the database. */
    private final Map<Partition, Long> interruptionsBefore = new HashMap<>();

    Positions(ReadModel model, Interruptions interruptions) {
        this.model = model;
        this.generations = new Generations(model);
        this.interruptions = interruptions;
    }

    /**
     * Reads the positions, after making the read model ready where it is new or has lost something.
     *
     * @return for each partition the offset to go on from; 0 where nothing was read yet
     */
    public Map<Partition, Long> load(Collection<Partition> partitions) {
        long before = interruptions.count();
        String current = generations.establish();
        model.createIndexes();
        if (!current.equals(generation)) {
            known.clear();
            generation = current;
        }
        partitions.forEach(partition -> begin(partition, current));
        Map<Partition, Long> loaded = read(partitions, current);
        partitions.forEach(partition -> {
            known.put(partition, loaded.getOrDefault(partition, 0L));
            interruptionsBefore.put(partition, before);
        });
        return loaded;
    }

    private void begin(Partition partition, String current) {
        try {
            model.positions()
                    .updateOne(
                            and(eq(Fields.ID, partition.id()), ne(GENERATION, current)),
                            Updates.combine(Updates.set(GENERATION, current), Updates.set(OFFSET, new BsonInt64(0))),
                            new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!WriteErrors.isDuplicate(e.getError())) {
                throw e;
            }
            // It is there already, in this generation.
        }
    }

    /**
     * Raises positions, after the data were written.
     *
     * @return false where the database is not as this consumer left it: emptied, restored, or taken over by another
     *     generation; or where it may have lost what was just written. {@link #load} tells where to go on
     */
    public boolean raise(Map<Partition, Long> reached) {
        if (reached.isEmpty()) {
            return true;
        }
        String mark = UUID.randomUUID().toString();
        mark(reached.keySet(), mark);
        if (wasInterrupted(reached.keySet()) || !raise(reached, mark)) {
            return false;
        }
        known.putAll(reached);
        return true;
    }

    private boolean wasInterrupted(Collection<Partition> partitions) {
        Long now = interruptions.count();
        return partitions.stream().anyMatch(partition -> !now.equals(interruptionsBefore.get(partition)));
    }

    private void mark(Collection<Partition> partitions, String mark) {
        List<UpdateOneModel<BsonDocument>> updates = partitions.stream()
                .map(partition ->
                        new UpdateOneModel<BsonDocument>(eq(Fields.ID, partition.id()), Updates.set(MARK, mark)))
                .toList();
        model.positions().bulkWrite(updates, new BulkWriteOptions().ordered(false));
    }

    private boolean raise(Map<Partition, Long> reached, String mark) {
        List<UpdateOneModel<BsonDocument>> updates = reached.entrySet().stream()
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        and(
                                eq(Fields.ID, entry.getKey().id()),
                                eq(MARK, mark),
                                eq(GENERATION, generation),
                                gte(OFFSET, knownOffset(entry.getKey()))),
                        Updates.max(OFFSET, entry.getValue())))
                .toList();
        return model.positions()
                        .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                        .getMatchedCount()
                == reached.size();
    }

    /** Whether the database still is the one that this consumer filled, no older and with every collection. */
    public boolean areStillRight(Collection<Partition> partitions) {
        Optional<String> current = generations.current();
        if (current.isEmpty() || !current.get().equals(generation)) {
            return false;
        }
        Map<Partition, Long> stored = read(partitions, current.get());
        return partitions.stream().allMatch(partition -> stored.getOrDefault(partition, -1L) >= knownOffset(partition));
    }

    private Map<Partition, Long> read(Collection<Partition> partitions, String current) {
        Map<String, Partition> byId = partitions.stream().collect(Collectors.toMap(Partition::id, p -> p));
        Map<Partition, Long> offsets = new HashMap<>();
        model.positions()
                .find(and(in(Fields.ID, byId.keySet()), eq(GENERATION, current)))
                .forEach(found -> offsets.put(
                        byId.get(Doc.required(found, Fields.ID)),
                        found.getNumber(OFFSET).longValue()));
        return offsets;
    }

    private long knownOffset(Partition partition) {
        return known.getOrDefault(partition, 0L);
    }
}
