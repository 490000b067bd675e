package org.navette.router.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.navette.messages.ActionRejected;
import org.navette.messages.Status;
import org.navette.messages.internal.TicketState;
import org.navette.router.tickets.Change;

/** The tickets of a partition, each until it has been over for so long that it is forgotten. */
final class OwnedTickets {

    static final String STORE = "tickets";

    private static final int MOST_FORGOTTEN_AT_ONCE = 5_000;

    private final KeyValueStore<String, TicketState> states;
    private final EndedTickets ended;
    private final Duration keptFor;

    OwnedTickets(ProcessorContext<?, ?> context, Duration keptFor) {
        this.states = context.getStateStore(STORE);
        this.ended = new EndedTickets(context.getStateStore(EndedTickets.STORE));
        this.keptFor = keptFor;
    }

    static StoreBuilder<KeyValueStore<String, TicketState>> store(RouterSerdes serdes) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), RouterSerdes.STRING, serdes.of(TicketState.class));
    }

    /**
     * @param asked when the record that is about it was made
     * @return null where there has been no such ticket
     * @throws PoisonRecordException where there may have been one, that is forgotten. Where the offsets are lost, everything
     *     is read once more, and who was forgotten would get all mails again.
     */
    @Nullable
    TicketState find(String number, Instant asked, Instant now) {
        TicketState state = states.get(number);
        if (state == null && asked.isBefore(now.minus(keptFor))) {
            throw new PoisonRecordException("so long ago that the ticket may have been opened, and forgotten since");
        }
        return state;
    }

    void put(String number, Change change) {
        TicketState state = change.state();
        states.put(number, state);
        boolean isOver = state.getStatus() == Status.CLOSED || state.getStatus() == Status.REFUSED;
        if (isOver && !(change.fact() instanceof ActionRejected)) {
            ended.add(number, state.getChangedAt());
        }
    }

    /** At most so many as leave the other records their time. */
    void forgetEndedLongAgo(Instant now) {
        ended.removeEndedBefore(now.minus(keptFor), MOST_FORGOTTEN_AT_ONCE).forEach(states::delete);
    }
}
