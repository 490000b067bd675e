package org.navette.router.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.navette.messages.internal.TransferJudged;

/**
 * Actions on tickets that are not known yet, in the order in which they came. There are few, so that all are looked
 * through each second. Key: ticket number, time of arrival or that of the one before it, count of those with that time.
 */
final class HeldActions {

    static final String STORE = "held-actions";

    /** More than this on an unknown ticket is mischief. */
    static final int MOST_PER_TICKET = 100;

    /** As much as the clock watch lets pass (ADR 5). */
    private static final long A_LITTLE_MILLIS = 5_000;

    private static final String KEY = "%s|%013d|%03d";
    private static final int TIME_FROM_END = 17;
    private static final int COUNT_FROM_END = 4;

    private final KeyValueStore<String, TransferJudged> store;

    HeldActions(KeyValueStore<String, TransferJudged> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, TransferJudged>> store(RouterSerdes serdes) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), RouterSerdes.STRING, serdes.of(TransferJudged.class));
    }

    /** @return false where there is no room: then nothing is held */
    boolean hold(TransferJudged action, Instant now) {
        String number = action.getAction().getTicketNumber();
        List<KeyValue<String, TransferJudged>> before = of(number);
        if (before.stream().anyMatch(held -> isSame(held.value, action))) {
            return true;
        }
        if (before.size() == MOST_PER_TICKET) {
            return false;
        }
        store.put(keyAfter(before, number, now.toEpochMilli()), action);
        return true;
    }

    /** Hands out what was held for a ticket, and holds it no longer. */
    List<TransferJudged> release(String ticketNumber) {
        return store.approximateNumEntries() == 0 ? List.of() : remove(of(ticketNumber));
    }

    /** Hands out what has waited too long, and holds it no longer. */
    List<TransferJudged> expire(Instant now, Duration heldFor) {
        long latest = now.minus(heldFor).toEpochMilli();
        List<KeyValue<String, TransferJudged>> expired = new ArrayList<>();
        try (KeyValueIterator<String, TransferJudged> all = store.all()) {
            all.forEachRemaining(held -> {
                if (heldSince(held.key) <= latest) {
                    expired.add(held);
                }
            });
        }
        return remove(expired);
    }

    private List<KeyValue<String, TransferJudged>> of(String ticketNumber) {
        List<KeyValue<String, TransferJudged>> found = new ArrayList<>();
        try (KeyValueIterator<String, TransferJudged> held = store.range(ticketNumber + "|", ticketNumber + "}")) {
            // Whatever somebody called a ticket: another one's name may begin with this one's.
            held.forEachRemaining(entry -> {
                if (entry.value.getAction().getTicketNumber().equals(ticketNumber)) {
                    found.add(entry);
                }
            });
        }
        return found;
    }

    /** Behind the others, even where the clock was set back a little meanwhile. */
    private static String keyAfter(List<KeyValue<String, TransferJudged>> before, String number, long now) {
        for (int i = before.size() - 1; i >= 0; i--) {
            String earlier = before.get(i).key;
            // One that came while the clock was far ahead must not make this one wait as long.
            if (heldSince(earlier) <= now + A_LITTLE_MILLIS) {
                return heldSince(earlier) < now
                        ? KEY.formatted(number, now, 0)
                        : KEY.formatted(number, heldSince(earlier), count(earlier) + 1);
            }
        }
        return KEY.formatted(number, now, 0);
    }

    private static int count(String key) {
        return Integer.parseInt(key.substring(key.length() - COUNT_FROM_END + 1));
    }

    private static long heldSince(String key) {
        return Long.parseLong(key.substring(key.length() - TIME_FROM_END, key.length() - COUNT_FROM_END));
    }

    private List<TransferJudged> remove(List<KeyValue<String, TransferJudged>> held) {
        held.forEach(entry -> store.delete(entry.key));
        return held.stream().map(entry -> entry.value).toList();
    }

    private static boolean isSame(TransferJudged one, TransferJudged other) {
        return one.getAction().getActionId().equals(other.getAction().getActionId());
    }
}
