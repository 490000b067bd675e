package org.navette.drill.fuzz.replay;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.drill.fuzz.Flaw;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Letters;
import org.navette.drill.fuzz.topic.Frame;
import org.navette.drill.fuzz.topic.Letter;
import org.navette.drill.fuzz.topic.Registry;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.observe.Http;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;
import org.navette.schemas.Topics;

/**
 * Exercises the operator's commands: all dead letters are listed; a ticket that died for want of its schema is shown,
 * and sent again when the schema is there; one that is still poisonous comes back as a new dead letter.
 */
public final class ReplayCheck {

    private static final String CHECK = "operator";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Stack stack;
    private final OperatorProgram operator;
    private final Registry registry;
    private final Letters letters;
    private final Flaws flaws;

    public ReplayCheck(Stack stack, OperatorProgram operator, Registry registry, Letters letters, Flaws flaws) {
        this.stack = stack;
        this.operator = operator;
        this.registry = registry;
        this.letters = letters;
        this.flaws = flaws;
    }

    /** @return for a person, what was done */
    public String run() {
        return "Operator: " + list() + "; " + replayMended() + "; " + replayPoison() + ".";
    }

    private String list() {
        var there = letters.all().size();
        var run = operator.deadLetters("list");
        var lines = run.lines();
        var last = lines.get(lines.size() - 1);
        if (run.exitCode() != 0 || !last.equals(there + " dead letters")) {
            flaws.add(Flaw.of(
                    CHECK,
                    "list does not count them all",
                    "exit code " + run.exitCode() + ", " + there + " there, last line: " + last));
        } else if (lines.size() != there + 1) {
            flaws.add(Flaw.of(CHECK, "list does not print a line each", lines.size() - 1 + " lines for " + there));
        }
        return there + " dead letters listed";
    }

    private String replayMended() {
        var late = LateSchema.inspect(registry);
        var number = Identifiers.ticketNumber(Chance.of(new Random().nextLong(), 1));
        write(number, Frame.of(late.id(), Samples.submitted(number)));
        var letter = letters.await(one -> one.key().equals(number), LIMIT);
        if (letter.isEmpty()) {
            flaws.add(Flaw.of(CHECK, "a record whose schema is not there is no dead letter", number));
            return "no replay";
        }
        var place = letter.get().place();
        var shown = operator.deadLetters("show", place);
        if (shown.exitCode() != 0 || !shown.lines().contains("key: " + number)) {
            flaws.add(Flaw.of(CHECK, "show does not show it", String.join("\n", shown.lines())));
        }
        if (!late.register()) {
            flaws.add(Flaw.of(CHECK, "the registry did not count as expected, and nothing was replayed", place));
            return "no replay";
        }
        replay(place);
        if (!Wait.until(LIMIT, LOOK, () -> isOpen(number))) {
            flaws.add(Flaw.of(CHECK, "a ticket that was replayed after the mending is not open", number));
        }
        return "ticket " + number + " replayed from " + place + " when its schema was there, and open";
    }

    private String replayPoison() {
        var before = letters.all();
        var poison = before.stream()
                .filter(letter -> letter.topic().equals("ticket-router-dlt")
                        && letter.source().equals(Topics.TICKETS_SUBMITTED.name())
                        && letter.number() != Flaw.NO_CASE
                        && letter.whole()
                        && letter.replayedFrom().isEmpty())
                .findFirst();
        if (poison.isEmpty()) {
            return "no poison to replay";
        }
        var place = poison.get().place();
        replay(place);
        var again = letters.await(letter -> letter.replayedFrom().equals(place), LIMIT);
        if (again.isEmpty()) {
            flaws.add(Flaw.of(CHECK, "poison that was replayed is no dead letter again", place));
        }
        return "poison replayed from " + place + ", again dead as "
                + again.map(Letter::place).orElse("none");
    }

    private void replay(String place) {
        var run = operator.deadLetters("replay", place);
        if (run.exitCode() != 0) {
            flaws.add(Flaw.of(CHECK, "replay ends with " + run.exitCode(), String.join("\n", run.lines())));
        }
    }

    private boolean isOpen(String number) {
        URI query = stack.members(Part.QUERY).get(0).url();
        try {
            return Http.get(query.resolve("/api/tickets/" + number))
                    .filter(ticket -> ticket.path("status").asString("").equals("OPEN"))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String number, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.TICKETS_SUBMITTED.name(), number, value))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker takes no record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
