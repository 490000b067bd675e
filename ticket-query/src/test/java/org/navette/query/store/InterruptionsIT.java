package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.query.DatabaseGate;
import org.navette.query.SettingsMother;

/** What the driver tells of a database that went away and came back, on the real driver. */
class InterruptionsIT {

    private static final Partition PARTITION = new Partition("ticket-events", 0);

    private final DatabaseGate gate = new DatabaseGate();
    private final Interruptions interruptions = new Interruptions();
    private final MongoClient client = MongoClients.create(clientSettings());
    private final ReadModel model = StoreMother.model(client);

    private MongoClientSettings clientSettings() {
        MongoClientSettings.Builder builder =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(gate.uri()));
        new DatabaseConfiguration()
                .connections(SettingsMother.settings(), interruptions)
                .customize(builder);
        return builder.build();
    }

    @AfterEach
    void drop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
        gate.close();
    }

    /** Several times: whether the driver notices before or during the next command is a matter of luck. */
    @RepeatedTest(5)
    void aDatabaseThatWasAwayBetweenTheDataAndThePositionDoesNotTakeThePosition() {
        Positions positions = new Positions(model, interruptions);
        positions.load(List.of(PARTITION));
        model.tickets().insertOne(Doc.id("data").bson());

        gate.shut();
        gate.reopen();

        assertThat(raised(positions, 10)).isFalse();
        assertThat(positions.load(List.of(PARTITION))).containsEntry(PARTITION, 0L);
        await("the driver has noticed all of it").until(() -> {
            positions.load(List.of(PARTITION));
            return raised(positions, 10);
        });
    }

    @Test
    void aConnectionThatIsNotDisturbedIsNotInterrupted() {
        Positions positions = new Positions(model, interruptions);
        positions.load(List.of(PARTITION));

        assertThat(raised(positions, 10)).isTrue();
        assertThat(interruptions.count()).isZero();
    }

    private static boolean raised(Positions positions, long offset) {
        try {
            return positions.raise(Map.of(PARTITION, offset));
        } catch (MongoException e) {
            return false;
        }
    }
}
