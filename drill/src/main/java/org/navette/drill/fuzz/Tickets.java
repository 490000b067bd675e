package org.navette.drill.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.navette.drill.check.Calm;
import org.navette.drill.check.Checker;
import org.navette.drill.check.Finding;
import org.navette.drill.check.Knowledge;
import org.navette.drill.check.Seen;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Sent;
import org.navette.drill.load.SteadyLoad;
import org.navette.drill.observe.Observer;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;

/** Tickets with nothing wrong, until one has gone through every partition and intake is well, each followed to queue, list and mail. */
final class Tickets implements AutoCloseable {

    static final String CHECK = "tickets afterwards";

    private static final int A_SECOND = 40;
    private static final Duration AT_A_TIME = Duration.ofSeconds(3);
    private static final int MOST_TIMES = 10;

    private final Observer observer;
    private final Duration settleLimit;
    private final SteadyLoad load;
    private final List<Sent> sent = new ArrayList<>();

    Tickets(Stack stack, Observer observer, Duration settleLimit, long seed) {
        this.observer = observer;
        this.settleLimit = settleLimit;
        var intakes = stack.members(Part.INTAKE).stream().map(Member::url).toList();
        this.load = new SteadyLoad(intakes, A_SECOND, new Random(seed));
    }

    /** @return for a person, how many went through */
    String followThroughEachPartition(Flaws flaws) throws IOException {
        var began = Instant.now();
        var fresh = new ArrayList<Sent>();
        var partitions = observer.partitions();
        var unwell = List.<Finding>of();
        var isThrough = false;
        for (var times = 0; times < MOST_TIMES && !isThrough; times++) {
            load.begin();
            Wait.pause(AT_A_TIME);
            var some = load.end();
            fresh.addAll(some);
            unwell = Calm.check(some);
            isThrough = unwell.isEmpty() && reached(fresh, partitions).size() == partitions;
        }
        sent.addAll(fresh);
        var reached = reached(fresh, partitions);
        if (partitions == 0 || reached.size() < partitions) {
            flaws.add(Flaw.of(CHECK, "no ticket was accepted for some partition", "accepted for " + reached));
        }
        var pending = observer.settle(settleLimit);
        if (!pending.isEmpty()) {
            flaws.add(Flaw.of(CHECK, "not all got through", pending + "\n" + String.join("\n", observer.standing())));
        }
        observer.observe(began);
        unwell.forEach(finding -> flaws.add(Flaw.of(CHECK, "not taken or not told", finding.toString())));
        Checker.check(sent, ours(observer.tickets()))
                .forEach(finding -> flaws.add(Flaw.of(CHECK, finding.kind().toString(), finding.toString())));
        return fresh.size() + " tickets through " + reached.size() + " partitions";
    }

    /** The others are the fuzz's. */
    private List<Seen> ours(Collection<Seen> seen) {
        var marks = sent.stream().map(one -> one.submission().mark()).collect(Collectors.toSet());
        return seen.stream()
                .filter(ticket -> !Collections.disjoint(ticket.marks(), marks))
                .toList();
    }

    /** Those that the tickets went to that end in a queue. */
    private static Set<Integer> reached(List<Sent> sent, int partitions) {
        var reached = new TreeSet<Integer>();
        for (var one : sent) {
            var kind = one.submission().expected().kind();
            if (kind == Expected.Kind.TECHNICAL || kind == Expected.Kind.BUSINESS) {
                Knowledge.of(one).promised().forEach(number -> reached.add(partition(number, partitions)));
            }
        }
        return reached;
    }

    private static int partition(String number, int partitions) {
        return Utils.toPositive(Utils.murmur2(number.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public void close() {
        load.close();
    }
}
