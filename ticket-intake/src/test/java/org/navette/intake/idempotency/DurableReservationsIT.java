package org.navette.intake.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.navette.intake.IntakeProperties;
import org.navette.intake.number.TicketNumbers;
import org.navette.parts.Parts;

/** On the database of the tests, which is one server by itself. */
class DurableReservationsIT {

    private final List<BsonDocument> concerns = new CopyOnWriteArrayList<>();

    @Test
    void firstAndRepeatWaitForTheJournalAndForNoMajority() {
        Reservation proposed = new Reservation(
                new TicketNumbers(Clock.systemUTC(), new SecureRandom()).next(),
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

        try (MongoClient mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Parts.mongoUri()))
                .addCommandListener(new WriteConcerns())
                .build())) {
            Reservations reservations = reservations(mongo);
            // Connects and makes the collection, for which a request has no time.
            reservations.touch(true);
            for (int i = 0; i < 2; i++) {
                assertThat(reservations.reserve(key, "/api/tickets", "fingerprint", proposed))
                        .isEqualTo(proposed);
            }
        }

        assertThat(concerns).hasSizeGreaterThanOrEqualTo(2).containsOnly(BsonDocument.parse("{w: 1, j: true}"));
    }

    private static Reservations reservations(MongoClient mongo) {
        return new Reservations(
                mongo,
                "durable-reservations",
                new IntakeProperties.IdempotencyKeys(Duration.ofHours(1), 4),
                Duration.ofSeconds(1),
                Clock.systemUTC());
    }

    private final class WriteConcerns implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommand().containsKey("writeConcern")) {
                concerns.add(event.getCommand().getDocument("writeConcern").clone());
            }
        }
    }
}
