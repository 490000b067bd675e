package org.navette.intake.verdict;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.navette.intake.IntakeProperties;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

@Configuration(proxyBeanMethods = false)
class VerdictConfiguration {

    @Bean
    Verdicts verdicts(IntakeProperties properties) {
        return new Verdicts(properties.verdictWait().maxWaiters());
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> verdictContainer(
            KafkaProperties kafka, WireFormat format, Verdicts verdicts) {
        VerdictReader reader = new VerdictReader(verdicts, format.deserializer());
        ContainerProperties properties = new ContainerProperties(Topics.TICKET_VERDICTS.name());
        properties.setGroupId("ticket-intake-verdicts");
        properties.setMessageListener(reader);
        properties.setConsumerRebalanceListener(reader);
        // Positions are never stored: every assignment begins at the end.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setLogContainerConfig(false);
        var container = new ConcurrentMessageListenerContainer<String, byte[]>(
                new DefaultKafkaConsumerFactory<>(settings(kafka)), properties);
        container.setBeanName("verdicts");
        // Reads until the last request that waits is answered: the web server has stopped gracefully by then.
        container.setPhase(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1);
        return container;
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.getClientId() + "-verdicts");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // While instances come and go, the others keep what they read: nobody waits in vain for that.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // A topic that another service has yet to create is noticed within seconds.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return settings;
    }
}
