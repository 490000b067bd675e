package org.navette.bench.limit;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.navette.bench.stack.Stack;
import org.navette.schemas.Topics;

/**
 * Makes as many records as the router does, of bytes as they are: half of the tickets go to another topic and come back,
 * each is looked for in a store and put there, and leaves as a fact and as a copy for its queue. What this takes longer
 * than {@link CopyTopology} is the price of the router's design; what the router takes longer than this, that of its
 * code. Argument: directory of its state.
 */
public final class RouteTopology {

    private static final String STORE = "tickets";
    private static final Serde<Bytes> KEYS = Serdes.Bytes();
    private static final Serde<byte[]> VALUES = Serdes.ByteArray();

    private RouteTopology() {}

    public static void main(String[] args) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), KEYS, VALUES));
        var submissions = builder.stream(Topics.TICKETS_SUBMITTED.name(), Consumed.with(KEYS, VALUES))
                .split(Named.as("submissions-"))
                .branch((number, value) -> Arrays.hashCode(number.get()) % 2 == 0, Branched.as("visiting"))
                .defaultBranch(Branched.as("direct"));
        var outcomes = submissions
                .get("submissions-visiting")
                .repartition(hop("there"))
                .repartition(hop("back"))
                .merge(submissions.get("submissions-direct"))
                .processValues(Owner::new, STORE);
        outcomes.to(Stack.FACT_TOPIC, Produced.with(KEYS, VALUES));
        outcomes.to(Stack.QUEUE_TOPIC, Produced.with(KEYS, VALUES));
        BareStreams.run(builder.build(), "bench-route", args[0]);
    }

    private static Repartitioned<Bytes, byte[]> hop(String name) {
        return Repartitioned.<Bytes, byte[]>as(name).withKeySerde(KEYS).withValueSerde(VALUES);
    }

    private static final class Owner extends ContextualFixedKeyProcessor<Bytes, byte[], byte[]> {

        @Override
        public void process(FixedKeyRecord<Bytes, byte[]> submission) {
            KeyValueStore<Bytes, byte[]> tickets = context().getStateStore(STORE);
            if (tickets.get(submission.key()) == null) {
                tickets.put(submission.key(), submission.value());
                context().forward(submission);
            }
        }
    }
}
