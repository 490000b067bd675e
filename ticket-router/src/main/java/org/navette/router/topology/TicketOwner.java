package org.navette.router.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.navette.messages.ActionRejected;
import org.navette.messages.Fact;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.messages.internal.SubmissionJudged;
import org.navette.messages.internal.TicketState;
import org.navette.messages.internal.TransferJudged;
import org.navette.router.tickets.Actions;
import org.navette.router.tickets.Change;
import org.navette.router.tickets.Opening;
import org.navette.router.tickets.Rejection;
import org.navette.router.tickets.StatusMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the tickets of a partition: the only one who changes their state and writes their facts, so that these are in
 * order. What it makes of a record is worked out before anything is stored or sent: a record that it fails on leaves no
 * trace.
 */
final class TicketOwner implements Processor<String, SpecificRecord, String, SpecificRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(TicketOwner.class);
    private static final Duration LOOK_AT_HELD_ACTIONS = Duration.ofSeconds(1);

    /** Often and a few at a time: as many must be able to leave as can come, and none may wait for their leaving. */
    private static final Duration LOOK_AT_ENDED_TICKETS = Duration.ofSeconds(1);

    /** They are remembered with the ticket. */
    private static final int LONGEST_ACTION_ID = 100;

    private final OwnerSettings settings;
    private final RouterMeters meters;
    private ProcessorContext<String, SpecificRecord> context;
    private OwnedTickets tickets;
    private HeldActions held;
    private boolean keeping;

    TicketOwner(OwnerSettings settings, RouterMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        tickets = new OwnedTickets(context, settings.ticketsKeptFor());
        held = new HeldActions(context.getStateStore(HeldActions.STORE));
        context.schedule(LOOK_AT_HELD_ACTIONS, PunctuationType.WALL_CLOCK_TIME, now -> whole(this::rejectHeldTooLong));
        context.schedule(
                LOOK_AT_ENDED_TICKETS,
                PunctuationType.WALL_CLOCK_TIME,
                now -> whole(() -> tickets.forgetEndedLongAgo(now())));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        keeping = false;
        try {
            handle(record.value());
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw keeping ? new HalfKeptException(e) : e;
        }
    }

    /**
     * All of it or nothing, as no record is there that could be set aside. What Kafka Streams itself mends by doing the
     * task's work again passes.
     */
    private static void whole(Runnable work) {
        try {
            work.run();
        } catch (TaskMigratedException | TaskCorruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new HalfKeptException(e);
        }
    }

    private void handle(SpecificRecord value) {
        if (value instanceof SubmissionJudged judged) {
            submitted(judged);
        } else if (value instanceof TicketAction action) {
            asked(new TransferJudged(action, null, null));
        } else {
            asked((TransferJudged) value);
        }
    }

    private void submitted(SubmissionJudged judged) {
        TicketSubmitted submission = judged.getSubmission();
        String number = submission.getTicket().getNumber();
        TicketState known = tickets.find(number, submission.getTicket().getSubmittedAt(), now());
        if (known == null) {
            Change opening = Opening.of(judged, now());
            keep(opening);
            answer(submission, opening.state());
            held.release(number).forEach(this::asked);
        } else if (known.getSubmissionId().equals(submission.getSubmissionId())) {
            answer(submission, known);
            Opening.repeated(known, submission, now()).ifPresent(this::keep);
        } else {
            LOG.atError()
                    .addKeyValue("ticketNumber", number)
                    .log("Two tickets were given the same number; the second is among the dead letters");
            throw new PoisonRecordException("another ticket has this number");
        }
    }

    private void answer(TicketSubmitted submission, TicketState state) {
        Integer partition = submission.getVerdictPartition();
        if (partition != null) {
            String number = submission.getTicket().getNumber();
            boolean accepted = state.getStatus() != Status.REFUSED;
            send(
                    number,
                    new TicketVerdict(number, partition, accepted, state.getRefusalCode(), state.getRefusalField()));
        }
    }

    private void asked(TransferJudged asked) {
        TicketAction action = asked.getAction();
        if (action.getActionId().length() > LONGEST_ACTION_ID) {
            throw new PoisonRecordException("the id of the action is too long");
        }
        TicketState state = tickets.find(action.getTicketNumber(), action.getRequestedAt(), now());
        if (state == null) {
            if (!held.hold(asked, now())) {
                rejectAsUnknown(action);
            }
        } else if (!Actions.isRepeat(state, action)) {
            keep(judge(state, asked));
        }
    }

    private Change judge(TicketState state, TransferJudged asked) {
        TicketAction action = asked.getAction();
        Optional<String> code = StatusMachine.rejection(state, action)
                .map(Rejection::code)
                .or(() -> Optional.ofNullable(asked.getCode()));
        return code.map(why -> Actions.reject(state, action, why, now()))
                .orElseGet(() -> Actions.apply(state, action, asked.getRecipient(), now()));
    }

    private void keep(Change change) {
        TicketState state = change.state();
        String number = state.getTicket().getNumber();
        keeping = true;
        tickets.put(number, change);
        send(number, change.fact());
        if (change.forwarded()) {
            send(number, new TicketForwarded(state.getVersion(), now(), state.getTicket(), state.getRecipient()));
        }
    }

    private void rejectHeldTooLong() {
        held.expire(now(), settings.actionsHeldFor()).forEach(asked -> rejectAsUnknown(asked.getAction()));
    }

    private void rejectAsUnknown(TicketAction action) {
        send(action.getTicketNumber(), Actions.rejectAsUnknown(action, now()));
    }

    private void send(String number, SpecificRecord value) {
        context.forward(new Record<>(number, value, context.currentSystemTimeMs()));
        count(value);
    }

    private void count(SpecificRecord value) {
        if (value instanceof TicketForwarded forwarded) {
            meters.routed(forwarded.getRecipient().getDestination());
        } else if (value instanceof TicketRefused refused && isFirst(refused.getFact())) {
            meters.refused(refused.getCode());
        } else if (value instanceof ActionRejected rejected) {
            meters.rejected(rejected.getCode());
        }
    }

    /** A refusal that is told again is the same refusal. */
    private static boolean isFirst(Fact fact) {
        return fact.getVersion() == 1;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
