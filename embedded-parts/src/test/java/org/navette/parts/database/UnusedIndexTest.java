package org.navette.parts.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedIndexTest {

    private final UnusedIndex index = new UnusedIndex("status_1", List.of(new IndexKey("status", true)));

    @Test
    void neverAsksToBeFilled() {
        assertThat(index.isEmpty()).isFalse();
    }

    @Test
    void servesNoQuery() {
        assertThat(index.canHandle(new Document("status", "OPEN"))).isFalse();
    }
}
