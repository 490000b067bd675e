package org.navette.operator;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.navette.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and replays what the services could not read or handle.")
final class DeadLettersCommand {

    private static final Pattern PLACE = Pattern.compile("(.+)/(\\d+)/(\\d+)");
    private static final Set<String> REFERENCE_DATA =
            Set.of(Topics.ORGANISATIONS.name(), Topics.BUSINESS_OBJECTS.name());

    /** Behind the router's application id. */
    private static final String CHANGES_OF_OBJECTS = "-objects-by-number-repartition";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Pipeline pipeline;

    @Command(mixinStandardHelpOptions = true, description = "A line each: when, where, from which topic, why.")
    void list(
            @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "one dead-letter topic only")
                    String topic) {
        AtomicInteger count = new AtomicInteger();
        try (Consumer<String, byte[]> consumer = pipeline.consumer()) {
            Log log = new Log(consumer);
            List<String> topics = topic == null ? log.topics(DeadLetter::isTopicOfThem) : List.of(topic);
            log.read(
                    topics.stream()
                            .flatMap(name -> log.partitions(name).stream())
                            .toList(),
                    record -> {
                        out().println(line(new DeadLetter(record)));
                        count.incrementAndGet();
                        return true;
                    });
        }
        out().printf("%d dead letters%n", count.get());
        out().flush();
    }

    @Command(mixinStandardHelpOptions = true, description = "One dead letter with its headers and its value.")
    void show(@Parameters(paramLabel = "TOPIC/PARTITION/OFFSET", description = "as list prints it") String place) {
        DeadLetter letter = at(place);
        PrintWriter out = out();
        out.println("key: " + letter.record().key());
        for (Header header : letter.record().headers()) {
            out.println(header.key() + ": " + DeadLetter.text(header));
        }
        out.println("value: " + new Values(pipeline.wireFormat()).text(letter.record()));
        out.flush();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Sends dead letters to the topic that they came from, after what was wrong was mended."
                    + " They stay in the dead-letter topic too; consumers drop what they already know, and nobody is"
                    + " mailed again about a fact that another service had set aside. What is named twice, as a dead letter"
                    + " may be there twice, is sent once."
                    + " Of reference data, what a later record has replaced is not sent: it would hold again.")
    void replay(
            @Option(names = "--force", description = "Send reference data that a later record has replaced, too.")
                    boolean force,
            @Parameters(arity = "1..*", paramLabel = "TOPIC/PARTITION/OFFSET", description = "as list prints it")
                    List<String> places)
            throws Exception {
        Set<String> sent = new HashSet<>();
        try (Producer<String, byte[]> producer = pipeline.producer()) {
            for (String place : places) {
                DeadLetter letter = at(place);
                if (!sent.add(letter.source().orElse(place))) {
                    out().println(place + " is the same record again, and is left out");
                    continue;
                }
                if (!force) {
                    refuseReplaced(letter);
                }
                producer.send(letter.replay()).get(Pipeline.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                out().println(place + " sent to " + letter.sourceTopic().orElseThrow());
                out().flush();
            }
        }
    }

    /** Where the last record under a key holds, an older one that is sent again would be the last. */
    private void refuseReplaced(DeadLetter letter) {
        String topic = letter.sourceTopic().orElse("");
        if (topic.endsWith(CHANGES_OF_OBJECTS)) {
            throw new IllegalArgumentException(letter.place() + " is a change of " + Topics.BUSINESS_OBJECTS.name()
                    + " on its way through the router: load the object again instead, or give --force");
        }
        boolean lastOneHolds = REFERENCE_DATA.contains(topic) && letter.record().key() != null;
        if (!lastOneHolds
                || letter.sourcePartition().isEmpty()
                || letter.sourceOffset().isEmpty()) {
            return;
        }
        try (Consumer<String, byte[]> consumer = pipeline.consumer()) {
            new Log(consumer)
                    .lastUnder(
                            letter.record().key(),
                            letter.sourcePartition().orElseThrow(),
                            letter.sourceOffset().orElseThrow() + 1)
                    .ifPresent(later -> {
                        throw new IllegalArgumentException("%s is replaced by %s/%d/%d: --force sends it all the same"
                                .formatted(letter.place(), later.topic(), later.partition(), later.offset()));
                    });
        }
    }

    private DeadLetter at(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches() || !DeadLetter.isTopicOfThem(parts.group(1))) {
            throw new ParameterException(
                    spec.commandLine(), place + ": wanted TOPIC/PARTITION/OFFSET of a dead letter");
        }
        TopicPartition partition = new TopicPartition(parts.group(1), Integer.parseInt(parts.group(2)));
        long offset = Long.parseLong(parts.group(3));
        try (Consumer<String, byte[]> consumer = pipeline.consumer()) {
            return new Log(consumer)
                    .at(partition, offset)
                    .map(DeadLetter::new)
                    .orElseThrow(() -> new IllegalArgumentException("there is no record at " + place));
        }
    }

    private static String line(DeadLetter letter) {
        return "%s %s from %s, key %s: %s"
                .formatted(
                        Instant.ofEpochMilli(letter.record().timestamp()),
                        letter.place(),
                        letter.sourceTopic().orElse("?"),
                        letter.record().key(),
                        letter.cause())
                // Keys and causes hold whatever somebody sent, also what would steer a terminal.
                .replaceAll("\\p{Cntrl}", " ");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
