package org.navette.drill.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.navette.drill.fuzz.replay.OperatorProgram;
import org.navette.drill.fuzz.replay.ReplayCheck;
import org.navette.drill.fuzz.topic.LetterCheck;
import org.navette.drill.fuzz.topic.Registry;
import org.navette.drill.fuzz.topic.Written;
import org.navette.drill.observe.Observer;
import org.navette.drill.observe.TopicReader;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.schemas.Topics;

/** What must be true when all was thrown. */
final class Aftermath {

    private static final List<Part> SERVICES = List.of(Part.INTAKE, Part.ROUTER, Part.NOTIFIER, Part.QUERY);

    private final Stack stack;
    private final FuzzSettings settings;
    private final Observer observer;
    private final Letters letters;
    private final Flaws flaws;
    private final PrintWriter out;

    Aftermath(Stack stack, FuzzSettings settings, Flaws flaws, PrintWriter out) {
        this.stack = stack;
        this.settings = settings;
        this.observer = new Observer(stack);
        this.letters = new Letters(stack.bootstrapServers());
        this.flaws = flaws;
        this.out = out;
    }

    void check(Written written, Promised promised, Tally tally, Watch watch) {
        if (!settles("after the cases")) {
            // What is late now would be found once more, record by record.
            say("It does not settle: dead letters, verdicts, tickets, replay and restart are left out.");
            return;
        }
        flaws.attempt("the look at the dead letters", () -> checkLetters(written, promised, tally));
        flaws.attempt("the look at the verdicts", () -> checkJudged(promised));
        flaws.attempt("the look at tickets, replay and restart", () -> goesOn(watch));
    }

    private void checkLetters(Written written, Promised promised, Tally tally) {
        var there = letters.all();
        var least = new LetterCheck(written, promised::contains, flaws, tally).check(there);
        say("%d dead letters, at least %d must be there.".formatted(there.size(), least));
    }

    private void goesOn(Watch watch) throws IOException {
        var operator = new OperatorProgram(settings.operator(), stack.bootstrapServers(), stack.registryUrl());
        say(new ReplayCheck(stack, operator, new Registry(stack.registryUrl()), letters, flaws).run());
        // What is sent again may be as unreadable as before.
        observer.forget();
        try (var tickets = new Tickets(stack, observer, settings.settleLimit(), settings.seed())) {
            say(tickets.followThroughEachPartition(flaws) + ".");
            watch.pause();
            restart();
            if (settles("after a restart of all services")) {
                say("Restarted with all of it behind them: " + tickets.followThroughEachPartition(flaws) + ".");
            }
            watch.goOn();
        }
    }

    private boolean settles(String when) {
        var began = System.nanoTime();
        var pending = observer.settle(settings.settleLimit());
        if (!pending.isEmpty()) {
            flaws.add(Flaw.of(
                    Watch.CHECK,
                    "not at the end of what they read " + when,
                    pending + "\n" + String.join("\n", observer.standing())));
            return false;
        }
        say("All are ready and at the end of what they read %s, within %d s."
                .formatted(when, Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        return true;
    }

    /** Whatever a client was promised for a request of ours is judged, odd as it may be. */
    private void checkJudged(Promised promised) {
        Set<String> judged = new HashSet<>();
        new TopicReader(stack.bootstrapServers())
                .readNew(List.of(Topics.TICKET_EVENTS.name()), record -> judged.add(record.key()));
        var missing = promised.missingFrom(judged);
        if (!missing.isEmpty()) {
            flaws.add(Flaw.of("tickets", "promised and not judged: " + missing.size(), missing.toString()));
        }
        say("%d tickets were accepted, and %d of them judged."
                .formatted(promised.count(), promised.count() - missing.size()));
    }

    /** As {@code kill -9}: what they keep on disk has to do. */
    private void restart() {
        for (var part : SERVICES) {
            for (var member : stack.members(part)) {
                member.kill();
                member.start();
            }
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
