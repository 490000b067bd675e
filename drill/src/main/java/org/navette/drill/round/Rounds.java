package org.navette.drill.round;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.navette.drill.check.Checker;
import org.navette.drill.check.Finding;
import org.navette.drill.check.Knowledge;
import org.navette.drill.load.Answer;
import org.navette.drill.load.Sent;
import org.navette.drill.load.SteadyLoad;
import org.navette.drill.observe.Observer;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;

/** One fault after the other under a steady load; all tickets since the first round are checked after each. */
public final class Rounds implements AutoCloseable {

    private static final int MOST_FINDINGS_SHOWN = 10;
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Settings settings;
    private final PrintWriter out;
    private final Random random;
    private final Observer observer;
    private final Stack stack;
    private final Guard guard;
    private final FaultPlayer player;
    private final SteadyLoad load;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<Finding> known = new HashSet<>();
    private int repeatedMails;
    private long deadLetters;

    /**
     * @param rate tickets a second
     * @param settleLimit longest wait after a round
     * @param faults only those whose code, such as {@code kill:broker}, matches the expression
     */
    public record Settings(int rounds, long seed, int rate, Duration settleLimit, String faults) {}

    public Rounds(Stack stack, Settings settings, PrintWriter out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
        // One for the faults, one for the tickets: how many tickets there are must not change the faults.
        this.random = new Random(settings.seed());
        this.observer = new Observer(stack);
        this.guard = new Guard(stack);
        this.player = new FaultPlayer(stack, guard, random);
        var intakes = stack.members(Part.INTAKE).stream().map(Member::url).toList();
        this.load = new SteadyLoad(intakes, settings.rate(), new Random(settings.seed() + 1));
    }

    /** @return whether nothing was lost, doubled or wrong */
    public boolean run() throws IOException {
        var possible = Fault.possible(stack).stream()
                .filter(fault -> fault.code().matches(settings.faults()))
                .toList();
        if (possible.isEmpty()) {
            throw new IllegalArgumentException("no fault of this machine matches " + settings.faults());
        }
        var deck = new Deck(possible, random);
        var table = new Table(out);
        for (var round = 1; round <= settings.rounds(); round++) {
            table.add(round(String.valueOf(round), deck.next()));
        }
        table.add(lookBack());
        table.sum();
        return table.isClean();
    }

    private RoundResult round(String name, Fault fault) throws IOException {
        var began = Instant.now();
        load.begin();
        pause(1_000, 5_000);
        var what = player.play(fault);
        pause(2_000, 5_000);
        var fresh = load.end();
        sent.addAll(fresh);
        var ended = System.nanoTime();
        var pending = observer.settle(settings.settleLimit());
        var settled = Duration.ofNanos(System.nanoTime() - ended);
        var notes = new ArrayList<String>();
        guard.ended().forEach(member -> notes.add(member + " ended by itself"));
        pending.forEach(who -> notes.add("not settled: " + who));
        var found = new ArrayList<Finding>();
        if (pending.isEmpty()) {
            fresh.addAll(whileAllIsWell(found, notes));
        }
        observer.observe(began);
        return result(name, what, fresh, found, settled, notes, observer);
    }

    /** Whoever is ready takes tickets again; that cannot be told from the positions of those that read. */
    private List<Sent> whileAllIsWell(List<Finding> found, List<String> notes) {
        load.begin();
        Wait.pause(CALM);
        var calm = load.end();
        sent.addAll(calm);
        var unknown = calm.stream()
                .filter(one -> Knowledge.of(one).meaning() == Answer.Meaning.UNKNOWN)
                .count();
        if (2 * unknown > calm.size()) {
            var what = "%d of %d tickets got no answer that says what became of them, though all is well"
                    .formatted(unknown, calm.size());
            found.add(new Finding(Finding.Kind.WRONG, "", "", what));
        }
        observer.settle(settings.settleLimit()).forEach(who -> notes.add("not settled again: " + who));
        return calm;
    }

    /** Reads all topics, lists and mails once more from their beginnings: what was there must still be. */
    private RoundResult lookBack() throws IOException {
        known.clear();
        repeatedMails = 0;
        deadLetters = 0;
        var afresh = observer.afresh();
        afresh.observe(Instant.EPOCH.plus(Duration.ofDays(1)));
        return result(
                "all", "everything read once more", List.of(), List.of(), Duration.ZERO, new ArrayList<>(), afresh);
    }

    private RoundResult result(
            String name,
            String what,
            List<Sent> fresh,
            List<Finding> found,
            Duration settled,
            List<String> notes,
            Observer observer)
            throws IOException {
        var findings = new ArrayList<>(Checker.check(sent, observer.tickets()));
        findings.addAll(found);
        var differing = observer.totalsThatDiffer();
        if (!differing.isEmpty()) {
            findings.add(new Finding(Finding.Kind.WRONG, "", "", differing));
        }
        var setAside = observer.deadLetters();
        if (setAside > deadLetters) {
            findings.add(new Finding(Finding.Kind.WRONG, "", "", (setAside - deadLetters) + " dead letters"));
            deadLetters = setAside;
        }
        findings.removeIf(finding -> !known.add(finding));
        findings.stream().limit(MOST_FINDINGS_SHOWN).forEach(finding -> notes.add(finding.toString()));
        var repeated = observer.repeatedMails() - repeatedMails;
        repeatedMails += repeated;
        return RoundResult.of(name, what, fresh, findings, repeated, settled, notes);
    }

    private void pause(int least, int most) {
        Wait.pause(Duration.ofMillis(least + random.nextInt(most - least)));
    }

    @Override
    public void close() {
        load.close();
        guard.close();
    }
}
