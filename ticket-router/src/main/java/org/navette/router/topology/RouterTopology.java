package org.navette.router.topology;

import static org.navette.router.topology.RouterSerdes.STRING;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.navette.messages.Organisation;
import org.navette.messages.Requirement;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.internal.IssuedObjects;
import org.navette.messages.internal.SubmissionJudged;
import org.navette.messages.internal.TransferJudged;
import org.navette.schemas.Keys;
import org.navette.schemas.Topics;

/**
 * What goes where. A technical submission and an action go straight to the owner of the ticket; a submission that needs
 * an object or an organisation, and a transfer to one, visit the partition that knows it and come back.
 *
 * @param partitions of tickets-submitted and ticket-actions: the owner reads both, and what comes back, by ticket number
 */
public record RouterTopology(RouterSerdes serdes, int partitions, OwnerSettings settings, RouterMeters meters) {

    public void build(StreamsBuilder builder) {
        ReferenceTables tables = new ReferenceTables(serdes, builder);
        KTable<String, Organisation> organisations = tables.organisations();
        Map<String, KStream<String, SpecificRecord>> submissions = submissions(builder);
        Map<String, KStream<String, TicketAction>> actions = actions(builder);

        KStream<String, SubmissionJudged> judged = judgedByObject(submissions.get("submissions-object"), tables)
                .merge(
                        judgedByRequest(submissions.get("submissions-recipient"), organisations),
                        Named.as("merge-judged"))
                .repartition(Repartitioned.<String, SubmissionJudged>as("judged")
                        .withKeySerde(STRING)
                        .withValueSerde(serdes.of(SubmissionJudged.class))
                        .withNumberOfPartitions(partitions));
        KStream<String, TransferJudged> transfers = judgedTransfers(actions.get("actions-transfer"), organisations);

        builder.addStateStore(OwnedTickets.store(serdes));
        builder.addStateStore(HeldActions.store(serdes));
        builder.addStateStore(EndedTickets.store());
        KStream<String, SpecificRecord> outcomes = submissions
                .get("submissions-judged")
                .merge(widened(judged), Named.as("merge-submissions"))
                .merge(widened(actions.get("actions-direct")), Named.as("merge-actions"))
                .merge(widened(transfers), Named.as("merge-transfers"))
                .process(
                        () -> new TicketOwner(settings, meters),
                        Named.as("ticket-owner"),
                        OwnedTickets.STORE,
                        HeldActions.STORE,
                        EndedTickets.STORE);
        new Outcomes(serdes).send(outcomes);
    }

    private Map<String, KStream<String, SpecificRecord>> submissions(StreamsBuilder builder) {
        return builder.stream(
                        Topics.TICKETS_SUBMITTED.name(),
                        serdes.readingCommands(Topics.TICKETS_SUBMITTED, TicketSubmitted.class))
                .processValues(
                        () -> KeyCheck.ofCommands(
                                submission -> submission.getTicket().getNumber()),
                        Named.as("check-submissions"))
                .mapValues(Judging::atOnce, Named.as("judge-at-once"))
                .split(Named.as("submissions-"))
                .branch((number, value) -> value instanceof SubmissionJudged, Branched.as("judged"))
                .branch((number, value) -> needsObject((TicketSubmitted) value), Branched.as("object"))
                .defaultBranch(Branched.as("recipient"));
    }

    private Map<String, KStream<String, TicketAction>> actions(StreamsBuilder builder) {
        return builder.stream(
                        Topics.TICKET_ACTIONS.name(), serdes.readingCommands(Topics.TICKET_ACTIONS, TicketAction.class))
                .processValues(() -> KeyCheck.ofCommands(TicketAction::getTicketNumber), Named.as("check-actions"))
                .split(Named.as("actions-"))
                .branch((number, action) -> action.getTransferTo() != null, Branched.as("transfer"))
                .defaultBranch(Branched.as("direct"));
    }

    private KStream<String, SubmissionJudged> judgedByObject(
            KStream<String, SpecificRecord> submissions, ReferenceTables tables) {
        return submissions
                .map(
                        (number, value) -> {
                            TicketSubmitted submission = (TicketSubmitted) value;
                            return KeyValue.pair(ObjectKeys.of(submission.getTicket()), submission);
                        },
                        Named.as("key-by-object"))
                .repartition(by("by-object", TicketSubmitted.class))
                .leftJoin(
                        tables.issuedObjects(),
                        Judging::byObject,
                        Joined.<String, TicketSubmitted, IssuedObjects>as("judge-by-object"))
                .selectKey(RouterTopology::ticketNumber, Named.as("key-by-ticket-after-object"));
    }

    private KStream<String, SubmissionJudged> judgedByRequest(
            KStream<String, SpecificRecord> submissions, KTable<String, Organisation> organisations) {
        return submissions
                .map(
                        (number, value) -> {
                            TicketSubmitted submission = (TicketSubmitted) value;
                            return KeyValue.pair(
                                    Keys.of(submission.getRequestedRecipient().getOrganisation()), submission);
                        },
                        Named.as("key-by-recipient"))
                .repartition(by("by-recipient", TicketSubmitted.class))
                .leftJoin(
                        organisations,
                        Judging::byRequest,
                        Joined.<String, TicketSubmitted, Organisation>as("judge-by-recipient"))
                .selectKey(RouterTopology::ticketNumber, Named.as("key-by-ticket-after-recipient"));
    }

    private KStream<String, TransferJudged> judgedTransfers(
            KStream<String, TicketAction> transfers, KTable<String, Organisation> organisations) {
        return transfers
                .selectKey(
                        (number, action) -> Keys.of(action.getTransferTo().getOrganisation()),
                        Named.as("key-by-new-recipient"))
                .repartition(by("transfers", TicketAction.class))
                .leftJoin(
                        organisations,
                        Judging::transfer,
                        Joined.<String, TicketAction, Organisation>as("judge-transfer"))
                .selectKey(
                        (organisation, judged) -> judged.getAction().getTicketNumber(),
                        Named.as("key-by-ticket-after-transfer"))
                .repartition(by("transfers-judged", TransferJudged.class).withNumberOfPartitions(partitions));
    }

    private static boolean needsObject(TicketSubmitted submission) {
        return submission.getTicket().getClassification().getRequirement() == Requirement.BUSINESS_OBJECT;
    }

    private static String ticketNumber(String key, SubmissionJudged judged) {
        return judged.getSubmission().getTicket().getNumber();
    }

    /** As many partitions as the table that it meets. */
    private <V extends SpecificRecord> Repartitioned<String, V> by(String name, Class<V> type) {
        return Repartitioned.<String, V>as(name).withKeySerde(STRING).withValueSerde(serdes.of(type));
    }

    @SuppressWarnings("unchecked")
    private static KStream<String, SpecificRecord> widened(KStream<String, ? extends SpecificRecord> stream) {
        return (KStream<String, SpecificRecord>) stream;
    }
}
