package org.navette.router.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Tickets that are closed or refused, the longest ago first, so that they can be forgotten without a look at all. */
final class EndedTickets {

    static final String STORE = "ended-tickets";

    private static final byte[] NOTHING = {};
    private static final String TIME = "%013d|";

    private final KeyValueStore<String, byte[]> store;

    /** The last that was removed: a look from the very start would wade through what the store has yet to clear away. */
    private @Nullable String lastRemoved;

    EndedTickets(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), RouterSerdes.STRING, Serdes.ByteArray());
    }

    void add(String ticketNumber, Instant endedAt) {
        store.put(TIME.formatted(endedAt.toEpochMilli()) + ticketNumber, NOTHING);
    }

    /** Hands out the numbers of tickets that ended before a moment, at most so many, and lists them no longer. */
    List<String> removeEndedBefore(Instant moment, int most) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> ended = store.range(lastRemoved, TIME.formatted(moment.toEpochMilli()))) {
            while (ended.hasNext() && keys.size() < most) {
                keys.add(ended.next().key);
            }
        }
        keys.forEach(store::delete);
        if (!keys.isEmpty()) {
            lastRemoved = keys.get(keys.size() - 1);
        }
        return keys.stream().map(key -> key.substring(key.indexOf('|') + 1)).toList();
    }
}
