package org.navette.intake.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.intake.IntakeProperties;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Publisher singlePublisher(KafkaProperties kafka, Values values, MeterRegistry meters) {
        return new Publisher(producer(kafka, "single", Map.of(), values, meters), values, false);
    }

    /** With a buffer of its own, so that a stream of lines never takes the room of single submissions. */
    @Bean(destroyMethod = "close")
    Publisher bulkPublisher(KafkaProperties kafka, Values values, MeterRegistry meters) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024, ProducerConfig.LINGER_MS_CONFIG, 5);
        return new Publisher(producer(kafka, "bulk", settings, values, meters), values, true);
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

    /**
     * By Kafka's own producer. Spring's closes itself for good where the broker misses a record of its sequence, and wants
     * to be made anew then; Kafka's goes on with a sequence of a new epoch.
     */
    private static Producer<String, SpecificRecord> producer(
            KafkaProperties kafka, String name, Map<String, Object> more, Values values, MeterRegistry meters) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.putAll(more);
        settings.putAll(Promises.SETTINGS);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, kafka.getClientId() + "-" + name);
        Producer<String, SpecificRecord> producer = new KafkaProducer<>(settings, new StringSerializer(), values);
        new KafkaClientMetrics(producer).bindTo(meters);
        return producer;
    }
}
