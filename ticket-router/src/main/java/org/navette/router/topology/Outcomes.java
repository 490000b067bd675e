package org.navette.router.topology;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.navette.messages.Destination;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketVerdict;
import org.navette.schemas.Keys;
import org.navette.schemas.Topics;

/** Where everything goes that an owner of tickets makes: a fact, a ticket for a queue, or a verdict for whoever waits. */
record Outcomes(RouterSerdes serdes) {

    void send(KStream<String, SpecificRecord> outcomes) {
        Map<String, KStream<String, SpecificRecord>> outcome = outcomes.split(Named.as("outcome-"))
                .branch((number, value) -> value instanceof TicketVerdict, Branched.as("verdict"))
                .branch(
                        (number, value) -> isForwardedTo(Destination.TECHNICAL_SUPPORT, value),
                        Branched.as("technical"))
                .branch((number, value) -> isForwardedTo(Destination.BUSINESS_SERVICE, value), Branched.as("business"))
                .defaultBranch(Branched.as("fact"));
        outcome.get("outcome-fact").to(Topics.TICKET_EVENTS.name(), serdes.writing(Topics.TICKET_EVENTS));
        outcome.get("outcome-technical")
                .to(Topics.TICKETS_TECHNICAL_SUPPORT.name(), serdes.writing(Topics.TICKETS_TECHNICAL_SUPPORT));
        outcome.get("outcome-business")
                .selectKey(
                        (number, value) -> Keys.of(((TicketForwarded) value).getRecipient()),
                        Named.as("key-by-business-service"))
                .to(Topics.TICKETS_BUSINESS_SERVICE.name(), serdes.writing(Topics.TICKETS_BUSINESS_SERVICE));
        outcome.get("outcome-verdict")
                .to(
                        Topics.TICKET_VERDICTS.name(),
                        serdes.writing(Topics.TICKET_VERDICTS).withStreamPartitioner(toWhoWaits()));
    }

    /** A partition that doesn't exist is nobody's: such a verdict is not sent, for it would stop the partition. */
    private static StreamPartitioner<String, SpecificRecord> toWhoWaits() {
        return (topic, number, verdict, partitions) -> {
            int partition = ((TicketVerdict) verdict).getVerdictPartition();
            return Optional.of(partition >= 0 && partition < partitions ? Set.of(partition) : Set.of());
        };
    }

    private static boolean isForwardedTo(Destination destination, SpecificRecord value) {
        return value instanceof TicketForwarded forwarded
                && forwarded.getRecipient().getDestination() == destination;
    }
}
