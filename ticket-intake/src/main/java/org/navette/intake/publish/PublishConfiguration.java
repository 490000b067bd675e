package org.navette.intake.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.intake.IntakeProperties;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    private static final List<Topic> WRITTEN =
            List.of(Topics.TICKETS_SUBMITTED, Topics.ORGANISATIONS, Topics.BUSINESS_OBJECTS);

    private static final List<Topic> NEEDED =
            Stream.concat(WRITTEN.stream(), Stream.of(Topics.TICKET_VERDICTS)).toList();

    @Bean
    WireFormat wireFormat(IntakeProperties properties) {
        return new WireFormat(properties.schemaRegistryUrl().toString(), properties.autoRegisterSchemas());
    }

    @Bean
    Values values(WireFormat format) {
        return new Values(format.serializer());
    }

    @Bean(destroyMethod = "close")
    Publisher singlePublisher(
            KafkaProperties kafka, Values values, ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        return publisher(kafka, "single", Map.of(), values, customizers);
    }

    /** With a buffer of its own, so that a stream of lines never takes the room of single submissions. */
    @Bean(destroyMethod = "close")
    Publisher bulkPublisher(
            KafkaProperties kafka, Values values, ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024, ProducerConfig.LINGER_MS_CONFIG, 5);
        return publisher(kafka, "bulk", settings, values, customizers);
    }

    @Bean
    Watch watch(Admin admin, List<Publisher> publishers, Values values, IntakeProperties properties) {
        return new Watch(admin, NEEDED, properties.topicPartitions(), publishers, WRITTEN, values);
    }

    @Bean
    Admin admin(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        return Admin.create(settings);
    }

    private static Publisher publisher(
            KafkaProperties kafka,
            String name,
            Map<String, Object> more,
            Values values,
            ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.putAll(more);
        settings.putAll(Promises.SETTINGS);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.getClientId() + "-" + name);
        var factory = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), values);
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return new Publisher(factory.createProducer(), values, factory::destroy);
    }
}
