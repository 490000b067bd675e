package org.navette.examples.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.navette.examples.load.Ledger.Count;
import org.navette.examples.tickets.Expected;
import org.navette.examples.tickets.Expected.Fate;
import org.navette.examples.tickets.TicketGenerator;
import org.navette.messages.Destination;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.messages.Recipient;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.schemas.Keys;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** Reads what the pipeline wrote about the tickets of this run, from where the topics ended when it began. */
final class TopicReader implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(
            Topics.TICKET_EVENTS,
            Topics.TICKETS_TECHNICAL_SUPPORT,
            Topics.TICKETS_BUSINESS_SERVICE,
            Topics.MAIL_DELIVERIES);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<SpecificRecord> values;
    private final Ledger ledger;
    private final TicketGenerator generator;
    private final Tally tally;
    private final Findings findings;

    TopicReader(
            String bootstrapServers,
            String registryUrl,
            Ledger ledger,
            TicketGenerator generator,
            Tally tally,
            Findings findings) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("allow.auto.create.topics", false);
        config.put("max.poll.records", 5_000);
        config.put("default.api.timeout.ms", 20_000);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.values = new WireFormat(registryUrl, false).deserializer();
        this.ledger = ledger;
        this.generator = generator;
        this.tally = tally;
        this.findings = findings;
        begin();
    }

    private void begin() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** @return how many records came */
    int poll(Duration timeout) {
        var records = consumer.poll(timeout);
        records.forEach(this::read);
        return records.count();
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        SpecificRecord value = values.deserialize(record.topic(), record.value());
        if (value instanceof TicketForwarded forwarded) {
            boolean technical = record.topic().equals(Topics.TICKETS_TECHNICAL_SUPPORT.name());
            forwarded(forwarded, record.key(), technical);
        } else if (value instanceof TicketOpened opened) {
            opened(opened);
        } else if (value instanceof TicketRefused refused) {
            refused(refused);
        } else if (value instanceof MailDelivery delivery) {
            ended(delivery);
        }
    }

    private void forwarded(TicketForwarded forwarded, String key, boolean technical) {
        String number = forwarded.getTicket().getNumber();
        Integer ticket = ledger.ticket(number);
        if (ticket == null) {
            return;
        }
        Count queue = technical ? Count.TECHNICAL_QUEUE : Count.BUSINESS_QUEUE;
        if (ledger.count(number, queue)) {
            tally.add(queue.name());
        }
        Expected expected = generator.ticket(ticket).expected();
        String wanted = technical ? number : expected.recipient();
        if (!key.equals(wanted)) {
            findings.add("in a queue under another key", number + ": " + key + " instead of " + wanted);
        }
    }

    private void opened(TicketOpened opened) {
        String number = opened.getFact().getTicketNumber();
        Integer ticket = ledger.ticket(number);
        if (ticket == null) {
            return;
        }
        if (ledger.count(number, Count.OPENED)) {
            tally.add("judged");
            tally.add(Count.OPENED.name());
        }
        Expected expected = generator.ticket(ticket).expected();
        if (!expected.isOpened() || !recipient(opened.getRecipient()).equals(wanted(expected))) {
            findings.add(
                    "opened otherwise than expected",
                    number + ": " + recipient(opened.getRecipient()) + ", " + expected);
        }
    }

    private void refused(TicketRefused refused) {
        String number = refused.getFact().getTicketNumber();
        Integer ticket = ledger.ticket(number);
        if (ticket == null) {
            return;
        }
        if (isToldAgain(refused)) {
            ledger.count(number, Count.TOLD_AGAIN);
        } else if (ledger.count(number, Count.REFUSED)) {
            tally.add("judged");
            tally.add(Count.REFUSED.name());
            tally.add("refused " + refused.getCode());
        }
        Expected expected = generator.ticket(ticket).expected();
        if (expected.fate() != Fate.REFUSED
                || !refused.getCode().equals(expected.code())
                || !refused.getField().equals(expected.field())) {
            findings.add(
                    "refused otherwise than expected",
                    number + ": " + refused.getCode() + " " + refused.getField() + ", " + expected);
        }
    }

    /** The second fact of a refusal that was to be told in the form, where nobody waited any more. */
    private static boolean isToldAgain(TicketRefused refused) {
        return refused.getFact().getVersion() == 2 && !refused.getToldInForm();
    }

    private void ended(MailDelivery delivery) {
        String number = delivery.getTicketNumber();
        Integer ticket = ledger.ticket(number);
        if (ticket == null) {
            return;
        }
        if (ledger.count(number, Count.OUTCOME)) {
            tally.add(Count.OUTCOME.name());
            tally.add("mail " + delivery.getOutcome());
        }
        boolean deliverable = generator.ticket(ticket).deliverable();
        if (delivery.getOutcome() != (deliverable ? MailOutcome.SENT : MailOutcome.UNDELIVERABLE)) {
            findings.add("mail ended otherwise than expected", number + ": " + delivery.getOutcome());
        }
    }

    private static String wanted(Expected expected) {
        return expected.recipient() == null ? "technical support" : expected.recipient();
    }

    private static String recipient(Recipient recipient) {
        return recipient.getDestination() == Destination.TECHNICAL_SUPPORT ? "technical support" : Keys.of(recipient);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
