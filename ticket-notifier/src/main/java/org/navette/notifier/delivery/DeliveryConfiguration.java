package org.navette.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.letter.MessageIds;
import org.navette.notifier.progress.Lanes;
import org.navette.notifier.smtp.Gate;
import org.navette.notifier.smtp.MailServer;
import org.navette.schemas.WireFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private final Clock clock = Clock.systemUTC();

    @Bean
    Alarms alarms() {
        return new Alarms();
    }

    @Bean
    Workers workers() {
        return new Workers();
    }

    @Bean
    BrokerWatch brokerWatch(NotifierSettings settings, MeterRegistry meters) {
        return new BrokerWatch(new KafkaClients(settings.kafka(), meters));
    }

    @Bean
    Deliveries deliveries(
            NotifierSettings settings,
            MeterRegistry meters,
            MailServer mailServer,
            Gate gate,
            Alarms alarms,
            Workers workers) {
        NotifierSettings.Kafka kafka = settings.kafka();
        KafkaClients clients = new KafkaClients(kafka, meters);
        WireFormat wireFormat = new WireFormat(kafka.schemaRegistryUrl(), kafka.autoRegisterSchemas());
        Lanes<LaneKey, FactTask> lanes = new Lanes<>();
        Lease lease = new Lease(kafka.sessionTimeout());
        Producer<byte[], byte[]> producer = clients.producer();
        Outbox outbox = new Outbox(producer);
        Outcomes outcomes = new Outcomes(
                outbox, wireFormat.serializer(), new MessageIds(settings.mail().messageIdDomain()), clock);
        Attempts attempts = new Attempts(
                outcomes,
                new DeadLetters(outbox, kafka.group()),
                gate,
                lease,
                new MailMetrics(meters, lanes),
                settings.delivery(),
                clock);
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "deliveries-reader"));
        FactLoop loop = new FactLoop(
                clients,
                new Preparation(clients, outcomes, kafka.topicPartitions()),
                lanes,
                new DeliveriesReader(clients, wireFormat),
                reader,
                lease,
                alarms,
                settings.delivery());
        Supplier<Postman> postmen =
                () -> new Postman(lanes, gate, lease, attempts, new FactReader(wireFormat), mailServer.connection());
        return new Deliveries(
                workers,
                loop,
                postmen,
                settings.smtp().connections(),
                reader,
                producer,
                settings.delivery().stopTimeout());
    }
}
