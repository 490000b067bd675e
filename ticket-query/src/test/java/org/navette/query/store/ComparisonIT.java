package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.SettingsMother;

class ComparisonIT {

    private static final Instant LONG_AGO = Instant.EPOCH;

    private final MongoClient client = MongoClients.create(Parts.mongoUri());
    private final ReadModels models = new ReadModels(client, SettingsMother.settings());
    private final ReadModel live = models.of("");
    private final ReadModel other = models.of("-20260302120000-0a1b");

    @AfterEach
    void drop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
    }

    @Test
    void whatWasNotReadIsNotCalledEqual() {
        insert(live, "A", "B", "C");
        insert(other, "C");
        Comparison comparison = new Comparison(live, other, LONG_AGO, 2);
        List<Difference> found = comparison.all();

        insert(other, "A", "B");

        assertThat(comparison.again(found)).isEmpty();
        assertThat(comparison.isBrokenOff()).isTrue();
    }

    @Test
    void asManyDifferencesAsAreLookedAtBreakNothingOff() {
        insert(live, "A", "B");
        Comparison comparison = new Comparison(live, other, LONG_AGO, 2);

        assertThat(comparison.all()).hasSize(2);
        assertThat(comparison.isBrokenOff()).isFalse();
    }

    private static void insert(ReadModel model, String... numbers) {
        for (String number : numbers) {
            model.tickets().insertOne(Doc.id(number).bson());
        }
    }
}
