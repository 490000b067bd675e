package org.navette.drill.observe;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.drill.check.Seen;
import org.navette.drill.load.Submission;
import org.navette.messages.Fact;
import org.navette.messages.Ticket;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/** Notes what the topics hold of each ticket. */
final class Log {

    private static final List<String> TOPICS = Stream.of(
                    Topics.TICKETS_SUBMITTED,
                    Topics.TICKET_EVENTS,
                    Topics.TICKETS_TECHNICAL_SUPPORT,
                    Topics.TICKETS_BUSINESS_SERVICE)
            .map(Topic::name)
            .toList();

    private final TopicReader topics;
    private final Deserializer<SpecificRecord> values;
    private final Map<String, Seen> tickets;

    Log(String bootstrapServers, String registryUrl, Map<String, Seen> tickets) {
        this.topics = new TopicReader(bootstrapServers);
        this.values = new WireFormat(registryUrl, false).deserializer();
        this.tickets = tickets;
    }

    /** What the topics hold now is none of ours. */
    void skipToEnd() {
        topics.skipToEnd(TOPICS);
    }

    void readNew() {
        topics.readNew(TOPICS, this::note);
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        var value = values.deserialize(record.topic(), record.value());
        if (value instanceof TicketSubmitted submitted) {
            seen(submitted.getTicket()).submitted();
        } else if (value instanceof TicketOpened opened) {
            fact(seen(opened.getTicket()).opened(), opened.getFact());
        } else if (value instanceof TicketRefused refused) {
            fact(seen(refused.getTicket()).refused(refused.getCode(), refused.getToldInForm()), refused.getFact());
        } else if (value instanceof TicketForwarded forwarded) {
            queued(record, seen(forwarded.getTicket()));
        } else if (value != null && value.get(0) instanceof Fact fact) {
            fact(tickets.computeIfAbsent(fact.getTicketNumber(), Seen::new), fact);
        }
    }

    private static void queued(ConsumerRecord<String, byte[]> record, Seen ticket) {
        if (record.topic().equals(Topics.TICKETS_TECHNICAL_SUPPORT.name())) {
            ticket.queuedForSupport(record.key());
        } else {
            ticket.queuedForService(record.key());
        }
    }

    private static void fact(Seen ticket, Fact fact) {
        ticket.fact(fact.getVersion(), fact.getStatus().name());
    }

    private Seen seen(Ticket ticket) {
        return tickets.computeIfAbsent(ticket.getNumber(), Seen::new)
                .marked(Submission.markOfTitle(ticket.getTitle()))
                .submittedAt(ticket.getSubmittedAt());
    }
}
