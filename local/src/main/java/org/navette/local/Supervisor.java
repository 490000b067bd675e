package org.navette.local;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts programs, restarts those that die, and stops all in an order that loses nothing: what was started last is
 * stopped first, group by group.
 */
final class Supervisor {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;
    private static final int LAST_LINES = 15;

    private final Launcher launcher;
    private final PidFiles pids;
    private final PrintWriter out;
    private final List<List<Child>> groups = new ArrayList<>();
    private boolean stopping;

    Supervisor(Launcher launcher, PidFiles pids, PrintWriter out) {
        this.launcher = launcher;
        this.pids = pids;
        this.out = out;
    }

    /** Kills nobody else's: see {@link PidFiles}. */
    void stopLeftovers() {
        var leftovers = pids.leftovers();
        if (!leftovers.isEmpty()) {
            var byKind = leftovers.stream().collect(Collectors.partitioningBy(leftover -> leftover.name()
                    .startsWith("ticket-")));
            say("Stopping what an earlier run left: "
                    + leftovers.stream().map(PidFiles.Leftover::name).collect(Collectors.joining(", ")));
            stopLeftovers(byKind, true);
            stopLeftovers(byKind, false);
        }
    }

    private void stopLeftovers(Map<Boolean, List<PidFiles.Leftover>> byKind, boolean services) {
        var leftovers = byKind.get(services);
        Stopping.stop(leftovers.stream().map(PidFiles.Leftover::process).toList(), STOP_LIMIT);
        leftovers.forEach(leftover -> pids.delete(leftover.name()));
    }

    /**
     * Returns when all are ready.
     *
     * @throws StartFailed if one dies or is not ready in time
     */
    void start(List<Program> programs) throws InterruptedException {
        var pending = new ArrayList<>(launch(programs));
        var began = Instant.now();
        while (!pending.isEmpty()) {
            for (var child : List.copyOf(pending)) {
                if (child.program.readiness().ready()) {
                    say("  %-16s %-34s ready after %.1f s"
                            .formatted(child.program.name(), child.program.address(), seconds(child.started)));
                    pending.remove(child);
                } else if (!child.process.isAlive() || seconds(began) > START_LIMIT.toSeconds()) {
                    throw new StartFailed(lastWords(child, "did not start"));
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    private synchronized List<Child> launch(List<Program> programs) {
        var group = new ArrayList<Child>();
        groups.add(group);
        for (var program : programs) {
            if (!stopping) {
                var process = launcher.launch(program);
                pids.write(program.name(), process.toHandle());
                group.add(new Child(program, process, Instant.now()));
            }
        }
        return group;
    }

    /** Looks after the programs until {@link #stop()}. */
    void watch() throws InterruptedException {
        while (look(Instant.now())) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private synchronized boolean look(Instant now) {
        if (!stopping) {
            for (var child : groups.stream().flatMap(List::stream).toList()) {
                look(child, now);
            }
        }
        return !stopping;
    }

    /** What fails here, on a full disk above all, must not end the others: it is said, and tried again. */
    private void look(Child child, Instant now) {
        try {
            lookAfter(child, now);
            child.complaint = "";
        } catch (UncheckedIOException | StartFailed e) {
            if (!child.complaint.equals(e.getMessage())) {
                child.complaint = String.valueOf(e.getMessage());
                say(child.program.name() + ": " + child.complaint);
            }
        }
    }

    private void lookAfter(Child child, Instant now) {
        child.log().bound();
        if (child.hasJustDied()) {
            say(lastWords(child, "died"));
            var delay = child.restarts.delayAfter(child.started, now);
            child.givenUp = delay.isEmpty();
            child.restartAt = delay.map(now::plus).orElse(null);
            say(delay.map(wait -> "Starting %s again in %d s.".formatted(child.program.name(), wait.toSeconds()))
                    .orElse(child.program.name() + " died too often: it is not started again."));
        } else if (child.isDue(now)) {
            child.restartAt = null;
            child.process = launcher.launch(child.program);
            child.started = now;
            pids.write(child.program.name(), child.process.toHandle());
        }
    }

    private static String lastWords(Child child, String what) {
        var end = child.process.isAlive() ? "" : " (exit code " + child.process.exitValue() + ")";
        return "%s %s%s. Its log is %s and ends with:%n%s"
                .formatted(
                        child.program.name(),
                        what,
                        end,
                        child.program.log(),
                        child.log().lastLines(LAST_LINES).indent(4).stripTrailing());
    }

    /** Returns when no process of ours is left. */
    void stop() {
        List<List<Child>> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(groups);
        }
        for (var group = all.size() - 1; group >= 0; group--) {
            stop(all.get(group));
        }
    }

    private void stop(List<Child> group) {
        if (!group.isEmpty()) {
            say("Stopping " + group.stream().map(child -> child.program.name()).collect(Collectors.joining(", ")));
        }
        Stopping.stop(group.stream().map(child -> child.process.toHandle()).toList(), STOP_LIMIT);
        group.forEach(child -> pids.delete(child.program.name()));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
