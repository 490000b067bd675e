package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The positions as the database has them, whoever wrote them. */
@Component
public final class StoredPositions {

    private final ReadModels models;

    StoredPositions(ReadModels models) {
        this.models = models;
    }

    /** Empty where the live read model is not whole at the moment; the next offset to read by partition otherwise. */
    public Optional<Map<Partition, Long>> read() {
        return read(models.live());
    }

    /** As of the live one. */
    public Optional<Map<Partition, Long>> read(ReadModel model) {
        return new Generations(model).current().map(generation -> read(model, generation));
    }

    private static Map<Partition, Long> read(ReadModel model, String generation) {
        Map<Partition, Long> offsets = new HashMap<>();
        model.positions().find(eq(Positions.GENERATION, generation)).forEach(found -> {
            if (found.containsKey(Positions.OFFSET)) {
                offsets.put(
                        Partition.ofId(Doc.required(found, Fields.ID)),
                        found.getNumber(Positions.OFFSET).longValue());
            }
        });
        return offsets;
    }
}
