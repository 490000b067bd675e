package org.navette.operator;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Prints the records of a topic, a line each, from its beginning to its present end.")
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Pipeline pipeline;

    @Parameters(paramLabel = "TOPIC", description = "such as ticket-events or tickets-business-service")
    private String topic;

    @Option(names = "--key", description = "only records with this key, such as a ticket number")
    private @Nullable String key;

    @Option(names = "--limit", defaultValue = "1000", description = "records at most (${DEFAULT-VALUE})")
    private int limit;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Values values = new Values(pipeline.wireFormat());
        AtomicInteger printed = new AtomicInteger();
        try (Consumer<String, byte[]> consumer = pipeline.consumer()) {
            Log log = new Log(consumer);
            log.read(log.partitions(topic), record -> {
                if (key == null || key.equals(record.key())) {
                    out.println(line(record, values));
                    printed.incrementAndGet();
                }
                return printed.get() < limit;
            });
        }
        out.flush();
        return 0;
    }

    private static String line(ConsumerRecord<String, byte[]> record, Values values) {
        return "%d@%d %s %s".formatted(record.partition(), record.offset(), record.key(), values.text(record));
    }
}
