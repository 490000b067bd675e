package org.navette.parts.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conditional change looks at one document, however many there are. */
class NarrowingIndexTest {

    private static final Document OLDER = new Document("$lt", 2);

    private final Index<Object> index = new NarrowingIndex(byId(), false);

    @SuppressWarnings("unchecked")
    private static Index<Object> byId() {
        return (Index<Object>) (Index<?>) new MemoryUniqueIndex("_id_", List.of(new IndexKey("_id", true)), false);
    }

    @BeforeEach
    void addDocuments() {
        index.add(new Document("_id", "a").append("version", 1), 0, null);
        index.add(new Document("_id", "b").append("version", 1), 1, null);
    }

    @Test
    void findsByItsKeyWhatHasToMeetOtherConditionsToo() {
        var query = new Document("_id", "b").append("version", OLDER);

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly(1);
    }

    @Test
    void findsItWhereTheConditionsAreJoined() {
        var query = new Document("$and", List.of(new Document("_id", "a"), new Document("version", OLDER)));

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly(0);
    }

    @Test
    void leavesAQueryWithoutItsKeyToOthers() {
        assertThat(index.canHandle(new Document("version", OLDER))).isFalse();
    }
}
