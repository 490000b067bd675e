package org.navette.intake.publish;

import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.messages.TicketSubmitted;

/** Takes what is published, and confirms nothing until it is told what to say. */
public final class SilentBroker {

    private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(
            false, new RoundRobinPartitioner(), new StringSerializer(), (topic, value) -> new byte[0]);
    private final Publisher publisher;

    public SilentBroker() {
        Values values = new Values((topic, value) -> new byte[0]);
        Samples.ALL.forEach(values::learn);
        publisher = new Publisher(producer, values, false);
        publisher.connect();
    }

    public Publisher publisher() {
        return publisher;
    }

    public List<TicketSubmitted> published() {
        return producer.history().stream()
                .map(record -> (TicketSubmitted) Objects.requireNonNull(record.value()))
                .toList();
    }

    public TicketSubmitted submitted() {
        return (TicketSubmitted)
                Objects.requireNonNull(producer.history().get(0).value());
    }

    public void confirm() {
        producer.completeNext();
    }

    public void timeOut() {
        producer.errorNext(new TimeoutException("planted"));
    }
}
