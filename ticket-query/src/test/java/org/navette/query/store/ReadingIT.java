package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.FactMother;

class ReadingIT {

    private final List<BsonDocument> asked = new CopyOnWriteArrayList<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Parts.mongoUri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    asked.add(event.getCommand().clone());
                }
            })
            .build());
    private final ReadModel model = StoreMother.model(client);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyQuestionHasTheTimeThatTheOnesBeforeItLeft() {
        Duration limit = Duration.ofSeconds(20);
        ask(new Reading(model, TimeLimit.from(limit)));

        assertThat(asked).hasSizeGreaterThanOrEqualTo(5);
        List<Long> left = asked.stream()
                .map(command -> command.getNumber("maxTimeMS").longValue())
                .toList();
        assertThat(left).isSortedAccordingTo((a, b) -> Long.compare(b, a)).allMatch(millis -> millis <= 20_000);
    }

    @Test
    void whenTheTimeIsUpNothingMoreIsAsked() {
        Reading reading = new Reading(model, TimeLimit.from(Duration.ZERO));

        assertThatThrownBy(() -> ask(reading)).isInstanceOf(MongoExecutionTimeoutException.class);
        assertThat(asked).isEmpty();
    }

    private static void ask(Reading reading) {
        reading.list(new BsonDocument(), 10);
        reading.count(new BsonDocument());
        reading.refusalsByCode();
        reading.find(FactMother.aNumber());
    }
}
