package org.navette.query.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The positions as the database has them, whoever wrote them. */
@Component
public final class StoredPositions {

    private final ReadModel model;
    private final Generations generations;

    StoredPositions(ReadModel model) {
        this.model = model;
        this.generations = new Generations(model);
    }

    /** Empty where the read model is not whole at the moment; the next offset to read by partition otherwise. */
    public Optional<Map<Partition, Long>> read() {
        return generations.current().map(this::read);
    }

    private Map<Partition, Long> read(String generation) {
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
