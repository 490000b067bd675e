package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.ConnectionPoolClearedEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.SettingsMother;

class PositionsIT {

    private static final Partition FIRST = new Partition("ticket-events", 0);
    private static final Partition SECOND = new Partition("ticket-events", 1);
    private static final List<Partition> BOTH = List.of(FIRST, SECOND);

    private final MongoClient client = MongoClients.create(Parts.mongoUri());
    private final ReadModel model = StoreMother.model(client);
    private final Interruptions interruptions = new Interruptions();
    private final Positions positions = new Positions(model, interruptions);

    @AfterEach
    void drop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
    }

    @Test
    void anEmptyDatabaseBeginsAtTheLogsStart() {
        assertThat(positions.load(BOTH)).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 0L, SECOND, 0L));
        assertThat(positions.areStillRight(BOTH)).isTrue();
    }

    @Test
    void positionsAreRaisedOnly() {
        positions.load(BOTH);
        assertThat(positions.raise(Map.of(FIRST, 10L, SECOND, 20L))).isTrue();
        Positions other = new Positions(model, interruptions);

        assertThat(other.load(BOTH)).containsEntry(FIRST, 10L).containsEntry(SECOND, 20L);
        assertThat(other.raise(Map.of(FIRST, 30L))).isTrue();
        assertThat(positions.raise(Map.of(FIRST, 15L)))
                .as("an instance that was late does no harm")
                .isTrue();
        assertThat(new Positions(model, interruptions).load(BOTH)).containsEntry(FIRST, 30L);
    }

    @Test
    void aDatabaseThatWentBackIsNoticedAndItsPositionsAreTaken() {
        positions.load(BOTH);
        positions.raise(Map.of(FIRST, 10L));
        model.positions()
                .updateOne(
                        new BsonDocument("_id", new BsonString(FIRST.id())),
                        new BsonDocument("$set", new BsonDocument("offset", new BsonInt64(4))));

        assertThat(positions.areStillRight(BOTH)).isFalse();
        assertThat(positions.raise(Map.of(FIRST, 12L))).isFalse();
        assertThat(positions.load(BOTH)).containsEntry(FIRST, 4L);
        assertThat(positions.raise(Map.of(FIRST, 12L))).isTrue();
    }

    @Test
    void whatWasWrittenBeforeAnInterruptionIsReadAgain() {
        positions.load(BOTH);
        positions.raise(Map.of(FIRST, 10L));

        interruptions.connectionPoolCleared(
                new ConnectionPoolClearedEvent(new ServerId(new ClusterId(), new ServerAddress())));

        assertThat(positions.raise(Map.of(FIRST, 12L))).isFalse();
        assertThat(positions.load(BOTH)).containsEntry(FIRST, 10L);
        assertThat(positions.raise(Map.of(FIRST, 12L))).isTrue();
    }

    @Test
    void whatWasWrittenBeforeAnInterruptionIsReadAgainThoughAnotherPartitionCameMeanwhile() {
        positions.load(List.of(FIRST));

        interruptions.connectionPoolCleared(
                new ConnectionPoolClearedEvent(new ServerId(new ClusterId(), new ServerAddress())));
        positions.load(List.of(SECOND));

        assertThat(positions.raise(Map.of(SECOND, 5L))).isTrue();
        assertThat(positions.raise(Map.of(FIRST, 12L))).isFalse();
    }

    @Test
    void aDatabaseThatLosesTheDataJustBeforeThePositionDoesNotTakeThePosition() {
        Interruptions killedAfterTheMark = new Interruptions() {
            @Override
            long count() {
                // Whoever has lost the data has lost what was written after them.
                model.positions()
                        .updateMany(
                                new BsonDocument(),
                                new BsonDocument("$unset", new BsonDocument("mark", new BsonInt64(1))));
                return super.count();
            }
        };
        Positions unlucky = new Positions(model, killedAfterTheMark);
        unlucky.load(BOTH);

        assertThat(unlucky.raise(Map.of(FIRST, 10L))).isFalse();
        assertThat(positions.load(BOTH)).containsEntry(FIRST, 0L);
    }

    @Test
    void whicheverCollectionIsDroppedEverythingBeginsAgain() {
        for (int dropped = 0; dropped <= model.data().size(); dropped++) {
            positions.load(BOTH);
            assertThat(positions.raise(Map.of(FIRST, 10L))).isTrue();
            (dropped < model.data().size() ? model.data().get(dropped) : model.positions()).drop();

            assertThat(positions.areStillRight(BOTH)).isFalse();
            assertThat(positions.load(BOTH)).containsEntry(FIRST, 0L);
            assertThat(positions.areStillRight(BOTH)).isTrue();
        }
    }

    @Test
    void anInstanceOfAFormerGenerationCanRaiseNothing() {
        positions.load(BOTH);
        positions.raise(Map.of(FIRST, 10L));
        model.tickets().drop();
        Positions other = new Positions(model, interruptions);
        other.load(BOTH);

        assertThat(positions.raise(Map.of(FIRST, 11L))).isFalse();
        assertThat(other.raise(Map.of(FIRST, 3L))).isTrue();
        assertThat(new Positions(model, interruptions).load(BOTH)).containsEntry(FIRST, 3L);
    }

    @Test
    void instancesThatFindADroppedCollectionTogetherAgree() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                positions.load(BOTH);
                positions.raise(Map.of(FIRST, 10L));
                model.refusals().drop();
                List<Callable<Boolean>> loads = IntStream.range(0, 4)
                        .<Callable<Boolean>>mapToObj(i -> () -> {
                            Positions own = new Positions(model, interruptions);
                            own.load(BOTH);
                            return own.areStillRight(BOTH);
                        })
                        .toList();
                for (var load : instances.invokeAll(loads)) {
                    assertThat(load.get()).isTrue();
                }
                assertThat(new Positions(model, interruptions).load(BOTH)).containsEntry(FIRST, 0L);
            }
        } finally {
            instances.shutdown();
        }
    }

    @Test
    void whoeverFindsAnUnfinishedGenerationFinishesIt() {
        positions.load(BOTH);
        positions.raise(Map.of(FIRST, 10L));
        model.positions()
                .updateOne(
                        new BsonDocument("_id", new BsonString("generation")),
                        BsonDocument.parse("{$set: {generation: 'g2', unfinished: true}}"));

        assertThat(positions.areStillRight(BOTH)).isFalse();
        assertThat(positions.load(BOTH)).containsEntry(FIRST, 0L);
        assertThat(model.data()).allSatisfy(collection -> assertThat(collection
                        .find(new BsonDocument("_id", new BsonString("generation")))
                        .first()
                        .getString("generation")
                        .getValue())
                .isEqualTo("g2"));
    }
}
