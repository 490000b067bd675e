package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.SettingsMother;

class BuildingRightIT {

    private static final String SUFFIX = "-20260302120000-0a1b";

    private final MongoClient client = MongoClients.create(Parts.mongoUri());
    private final ReadModels models = new ReadModels(client, SettingsMother.settings());

    @AfterEach
    void drop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
    }

    @Test
    void onlyOneHasIt() throws Exception {
        ExecutorService builders = Executors.newFixedThreadPool(4);
        try {
            Callable<Optional<BuildingRight>> claim = () -> BuildingRight.claim(models);
            List<Optional<BuildingRight>> claimed = new ArrayList<>();
            for (Future<Optional<BuildingRight>> each : builders.invokeAll(List.of(claim, claim, claim, claim))) {
                claimed.add(each.get());
            }
            assertThat(claimed).filteredOn(Optional::isPresent).hasSize(1);
        } finally {
            builders.shutdown();
        }
    }

    @Test
    void whatWasGivenBackOrRanOutCanBeHadAgain() {
        BuildingRight.claim(models).orElseThrow().close();
        BuildingRight forgotten = BuildingRight.claim(models).orElseThrow();

        runOut();

        assertThat(BuildingRight.claim(models)).isPresent();
        assertThat(forgotten.renew()).isFalse();
    }

    @Test
    void aReadModelTakesThePlaceOfTheOneThatIsLiveAndOfNoOther() {
        BuildingRight right = BuildingRight.claim(models).orElseThrow();
        ReadModel first = models.live();
        ReadModel second = models.of(SUFFIX);

        assertThat(right.replace(second, first)).isFalse();
        assertThat(right.replace(first, second)).isTrue();

        assertThat(models.live()).isEqualTo(second);
        assertThat(models.refresh().suffix()).isEqualTo(SUFFIX);
    }

    @Test
    void theLiveOneIsAskedForWhereItIsWrittenAndWaitsForTheJournal() {
        try (MongoClient lagging = clientOfSecondaries()) {
            MongoCollection<BsonDocument> pointer = new ReadModels(lagging, SettingsMother.settings()).pointer();

            assertThat(pointer.getReadPreference()).isEqualTo(ReadPreference.primary());
            assertThat(pointer.getWriteConcern()).isEqualTo(WriteConcern.W1.withJournal(true));
        }
    }

    @Test
    void onlyWhatIsShownMayComeFromMembersThatLagBehind() {
        try (MongoClient lagging = clientOfSecondaries()) {
            ReadModels ofSecondaries = new ReadModels(lagging, SettingsMother.settings());

            assertThat(ofSecondaries.live().positions().getReadPreference()).isEqualTo(ReadPreference.primary());
            assertThat(ofSecondaries.refresh().data())
                    .allMatch(collection -> collection.getReadPreference().equals(ReadPreference.primary()));
            assertThat(ofSecondaries.shown().data())
                    .allMatch(collection -> collection.getReadPreference().equals(ReadPreference.secondaryPreferred()));
        }
    }

    private static MongoClient clientOfSecondaries() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Parts.mongoUri()))
                .readPreference(ReadPreference.secondaryPreferred())
                .build());
    }

    @Test
    void whoHasLostItChangesNothing() {
        BuildingRight lost = BuildingRight.claim(models).orElseThrow();
        runOut();
        BuildingRight.claim(models).orElseThrow();

        assertThat(lost.replace(models.live(), models.of(SUFFIX))).isFalse();
        assertThat(models.refresh().suffix()).isEmpty();
    }

    @Test
    void theOtherReadModelsAreFoundByWhateverIsLeftOfThem() {
        for (String name : List.of("positions", "refusals" + SUFFIX, "tickets-of-somebody-else")) {
            client.getDatabase(SettingsMother.DATABASE).getCollection(name).insertOne(new Document("_id", 1));
        }

        assertThat(models.others()).extracting(ReadModel::suffix).containsExactly(SUFFIX);
    }

    /** As time does. */
    private void runOut() {
        models.pointer().updateOne(Filters.eq("_id", "live"), Updates.set("until", new Date(0)));
    }
}
