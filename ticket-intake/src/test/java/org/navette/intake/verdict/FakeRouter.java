package org.navette.intake.verdict;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.parts.Parts;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** Answers every submission that asks for a verdict with the one that it was told. */
final class FakeRouter implements AutoCloseable {

    private final WireFormat format = new WireFormat(Parts.registryUrl(), true);
    private final KafkaConsumer<String, TicketSubmitted> submissions = new KafkaConsumer<>(
            Map.of("bootstrap.servers", Parts.bootstrapServers(), "group.id", "fake-" + UUID.randomUUID()),
            new StringDeserializer(),
            format.deserializer());
    private final KafkaProducer<String, TicketVerdict> verdicts = new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            format.serializer());
    private final Function<TicketSubmitted, TicketVerdict> judgement;
    private final Thread thread = new Thread(this::run, "fake-router");
    private volatile boolean running = true;

    FakeRouter(Function<TicketSubmitted, TicketVerdict> judgement) {
        this.judgement = judgement;
        var partitions = submissions.partitionsFor(Topics.TICKETS_SUBMITTED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        submissions.assign(partitions);
        submissions.seekToEnd(partitions);
        partitions.forEach(submissions::position);
        thread.start();
    }

    private void run() {
        while (running) {
            for (ConsumerRecord<String, TicketSubmitted> submission : submissions.poll(Duration.ofMillis(50))) {
                Integer partition = submission.value().getVerdictPartition();
                if (partition != null) {
                    verdicts.send(new ProducerRecord<>(
                            Topics.TICKET_VERDICTS.name(),
                            partition,
                            submission.key(),
                            judgement.apply(submission.value())));
                }
            }
        }
        submissions.close();
        verdicts.close();
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
