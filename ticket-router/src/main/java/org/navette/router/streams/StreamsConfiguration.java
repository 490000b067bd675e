package org.navette.router.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.navette.router.topology.OwnerSettings;
import org.navette.router.topology.RouterSerdes;
import org.navette.router.topology.RouterTopology;
import org.navette.schemas.WireFormat;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    private static final int ADMIN_TIMEOUT_MS = 5_000;

    @Bean
    Admin admin(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        return Admin.create(settings);
    }

    @Bean
    RocksDbMemory rocksDbMemory(RouterProperties router) {
        return new RocksDbMemory(router.storeMemory().toBytes());
    }

    @Bean
    RouterStreams routerStreams(
            RouterProperties router, KafkaProperties kafka, Admin admin, RocksDbMemory memory, MeterRegistry meters) {
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(router, kafka.buildStreamsProperties(), memory));
        WireFormat wire = new WireFormat(router.schemaRegistryUrl(), router.autoRegisterSchemas());
        OwnerSettings owner = new OwnerSettings(router.actionsHeldFor(), router.ticketsKeptFor());
        MicrometerMeters counting = new MicrometerMeters(meters);
        return new RouterStreams(
                new Surroundings(admin, URI.create(router.schemaRegistryUrl()), router.topicPartitions()),
                partitions ->
                        topology(new RouterTopology(new RouterSerdes(wire), partitions, owner, counting), settings),
                settings,
                router.closeTimeout(),
                meters);
    }

    @Bean
    StreamsHealth streamsHealthIndicator(RouterStreams streams, Admin admin) {
        return new StreamsHealth(streams, admin);
    }

    @Bean
    StreamsLiveness streamsLivenessHealthIndicator(RouterStreams streams) {
        return new StreamsLiveness(streams);
    }

    private static Topology topology(RouterTopology router, Properties settings) {
        StreamsBuilder builder = new StreamsBuilder();
        router.build(builder);
        return builder.build(settings);
    }
}
