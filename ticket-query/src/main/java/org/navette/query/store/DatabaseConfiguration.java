package org.navette.query.store;

import java.util.concurrent.TimeUnit;
import org.navette.query.QuerySettings;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int SELECTION_SECONDS = 3;

    /** The driver's own limits are minutes or none: a database that hangs would hold a partition, or a request. */
    @Bean
    @Order(0)
    MongoClientSettingsBuilderCustomizer connections(QuerySettings settings, Interruptions interruptions) {
        int limit = Math.toIntExact(settings.databaseTimeout().toMillis());
        return client -> client.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                                .addClusterListener(interruptions))
                .applyToConnectionPoolSettings(pool ->
                        pool.maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS).addConnectionPoolListener(interruptions))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(limit, TimeUnit.MILLISECONDS));
    }
}
