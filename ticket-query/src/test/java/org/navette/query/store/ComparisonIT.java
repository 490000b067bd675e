package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
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

    @Test
    void documentsThatSomebodyElsePlantedAreNamedWhateverTheyLookLike() {
        insert(live, "A");
        insert(other, "A");
        live.undeliverableMails().insertOne(Doc.id("M").bson());
        other.tickets().insertOne(new BsonDocument("_id", new BsonInt32(7)));
        other.refusals().insertOne(new BsonDocument("_id", new BsonDocument("a", new BsonInt32(1))));
        Comparison comparison = new Comparison(live, other, Instant.now());

        List<Difference> found = comparison.all();

        assertThat(found)
                .extracting(Difference::collection)
                .containsExactlyInAnyOrder("tickets", "refusals", "undeliverable-mails");
        assertThat(comparison.again(found)).isEqualTo(found);
        assertThat(found).extracting(Difference::toString).contains("undeliverable-mails M: only in the live one");
    }

    private static void insert(ReadModel model, String... numbers) {
        for (String number : numbers) {
            model.tickets().insertOne(Doc.id(number).bson());
        }
    }
}
