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
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

@Configuration(proxyBeanMethods = false)
class VerdictConfiguration {

    private static final int SESSION_MILLIS = 10_000;
    private static final long IDLE_MILLIS = 10_000;

    @Bean
    Verdicts verdicts(IntakeProperties properties) {
        return new Verdicts(properties.verdictWait().maxWaiters());
    }

    @Bean
    VerdictReader verdictReader(WireFormat format, Verdicts verdicts) {
        return new VerdictReader(verdicts, format.deserializer(), System::nanoTime);
    }

    /** The container tells of it in its own thread, the only one that may use the consumer. */
    @Bean
    ApplicationListener<ListenerContainerPartitionIdleEvent> idlePartitions(VerdictReader reader) {
        return idle -> reader.onIdle(idle.getConsumer(), idle.getTopicPartition());
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> verdictContainer(KafkaProperties kafka, VerdictReader reader) {
        ContainerProperties properties = new ContainerProperties(Topics.TICKET_VERDICTS.name());
        properties.setGroupId("ticket-intake-verdicts");
        properties.setMessageListener(reader);
        properties.setConsumerRebalanceListener(reader);
        // Positions are never stored: what an instance has not read itself it begins at the end.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        properties.setIdlePartitionEventInterval(IDLE_MILLIS);
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
        // An instance that was killed is a member for that long, and who comes in its place reads nothing until then.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        // A topic that another service has yet to create is noticed within seconds.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return settings;
    }
}
