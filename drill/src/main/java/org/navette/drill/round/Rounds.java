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
import org.navette.drill.check.Calm;
import org.navette.drill.check.Checker;
import org.navette.drill.check.Finding;
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

    /** Connections of a notifier to the mail server, each with a mail whose fate is not known when either dies. */
    private static final int MAILS_UNDER_WAY = 8;

    private static final Duration CALM = Duration.ofSeconds(1);

    /** Thrice as long as a consumer that was killed stays a member of its group. */
    private static final int MOST_CALM_SECONDS = 30;

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
    private final int mostRepeated;
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
        this.mostRepeated = MAILS_UNDER_WAY * stack.members(Part.NOTIFIER).size();
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
        var found = new ArrayList<Finding>();
        if (fresh.isEmpty()) {
            found.add(Finding.general("nothing was sent"));
        }
        var ended = System.nanoTime();
        var isSettled = settles(found);
        var settled = Duration.ofNanos(System.nanoTime() - ended);
        if (isSettled) {
            fresh.addAll(whileAllIsWell(found));
        }
        var notes = new ArrayList<String>();
        guard.ended().forEach(member -> notes.add(member + " ended by itself"));
        observer.observe(began);
        return result(name, fault.code(), what, fresh, found, settled, notes, observer);
    }

    private boolean settles(List<Finding> found) {
        var pending = observer.settle(settings.settleLimit());
        pending.forEach(who -> found.add(Finding.general("not settled: " + who)));
        return pending.isEmpty();
    }

    /** A second at a time, until all is as it must be: an intake that was killed reads verdicts only after a while. */
    private List<Sent> whileAllIsWell(List<Finding> found) {
        var all = new ArrayList<Sent>();
        var findings = List.<Finding>of();
        for (var seconds = 0; seconds < MOST_CALM_SECONDS; seconds++) {
            load.begin();
            Wait.pause(CALM);
            var calm = load.end();
            all.addAll(calm);
            findings = Calm.check(calm);
            if (findings.isEmpty()) {
                break;
            }
        }
        sent.addAll(all);
        found.addAll(findings);
        settles(found);
        return all;
    }

    /** Reads all topics, lists and mails once more from their beginnings: what was there must still be. */
    private RoundResult lookBack() throws IOException {
        known.clear();
        deadLetters = 0;
        var afresh = observer.afresh();
        afresh.observe(Instant.EPOCH.plus(Duration.ofDays(1)));
        return result(
                "all", "", "everything read once more", List.of(), List.of(), Duration.ZERO, new ArrayList<>(), afresh);
    }

    private RoundResult result(
            String name,
            String fault,
            String what,
            List<Sent> fresh,
            List<Finding> found,
            Duration settled,
            List<String> notes,
            Observer observer)
            throws IOException {
        var findings = new ArrayList<>(found);
        // All tickets are checked after each round: what was found before is not found again.
        Checker.check(sent, observer.tickets()).stream().filter(known::add).forEach(findings::add);
        var differing = observer.totalsThatDiffer();
        if (!differing.isEmpty()) {
            findings.add(Finding.general(differing));
        }
        var setAside = observer.deadLetters();
        if (setAside > deadLetters) {
            findings.add(Finding.general((setAside - deadLetters) + " dead letters"));
            deadLetters = setAside;
        }
        var repeated = observer.repeatedMails() - repeatedMails;
        repeatedMails += repeated;
        if (repeated > mostRepeated) {
            findings.add(Finding.general(repeated + " mails were repeated, more than can be under way at a time"));
        }
        findings.stream().limit(MOST_FINDINGS_SHOWN).forEach(finding -> notes.add(finding.toString()));
        return RoundResult.of(name, fault, what, fresh, findings, repeated, settled, notes);
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
