package org.navette.bench.limit;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.navette.bench.stack.Stack;
import org.navette.schemas.Topics;

/** Copies bytes from one topic to another, and nothing else. Argument: directory of its state. */
public final class CopyTopology {

    private CopyTopology() {}

    public static void main(String[] args) {
        var bytes = Serdes.ByteArray();
        var builder = new StreamsBuilder();
        builder.stream(Topics.TICKETS_SUBMITTED.name(), Consumed.with(bytes, bytes))
                .to(Stack.COPY_TOPIC, Produced.with(bytes, bytes));
        BareStreams.run(builder.build(), "bench-copy", args[0]);
    }
}
