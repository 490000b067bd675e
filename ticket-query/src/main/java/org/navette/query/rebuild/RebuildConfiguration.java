package org.navette.query.rebuild;

import com.mongodb.ReadPreference;
import java.util.concurrent.TimeUnit;
import org.navette.query.QuerySettings;
import org.navette.query.consumption.Broker;
import org.navette.query.consumption.LogReader;
import org.navette.query.store.BuildingRight;
import org.navette.query.store.ReadModels;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** What the commands need of the service: its store and the log, but nothing that serves or consumes. */
@ImportAutoConfiguration({KafkaAutoConfiguration.class, MongoAutoConfiguration.class})
@EnableConfigurationProperties(QuerySettings.class)
@ComponentScan(basePackageClasses = ReadModels.class)
@Import({Broker.class, LogReader.class, Building.class, Comparing.class, Rebuild.class})
class RebuildConfiguration {

    /**
     * After the service's own. Positions and documents are held against each other, so they come from the one member that
     * has them all. Nobody waits for an answer but the command, and after the right's term another one may begin anyway.
     */
    @Bean
    @Order(1)
    MongoClientSettingsBuilderCustomizer patience() {
        return client -> client.readPreference(ReadPreference.primary())
                .applyToSocketSettings(
                        socket -> socket.readTimeout((int) BuildingRight.TERM.toSeconds(), TimeUnit.SECONDS));
    }
}
