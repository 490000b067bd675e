package org.navette.intake.idempotency;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.navette.intake.IntakeProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final int SECONDS_TO_ANSWER = 2;

    /** Of the watch; requests have a shorter time limit of their own. */
    @Bean
    MongoClientSettingsBuilderCustomizer shortTimeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                        .readTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(SECONDS_TO_ANSWER, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SECONDS_TO_ANSWER, TimeUnit.SECONDS));
    }

    @Bean
    Reservations reservations(MongoClient mongo, IntakeProperties properties, Clock clock) {
        return new Reservations(
                mongo, properties.database(), properties.idempotencyKeys(), properties.retryAfter(), clock);
    }

    @Bean
    DatabaseWatch databaseWatch(Reservations reservations) {
        return new DatabaseWatch(reservations);
    }
}
