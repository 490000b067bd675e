package org.navette.drill.fuzz;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Stack;

/** Notes who ends by itself, and who is not ready for longer than a busy machine explains. */
final class Watch implements AutoCloseable {

    static final String CHECK = "services";

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Stack stack;
    private final Flaws flaws;
    private final Set<Member> ended = new HashSet<>();
    private final Map<Member, NotReady> notReady = new HashMap<>();
    private final Set<Member> told = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        var thread = new Thread(runnable, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean paused;

    Watch(Stack stack, Flaws flaws) {
        this.stack = stack;
        this.flaws = flaws;
        timer.scheduleWithFixedDelay(
                () -> flaws.attempt("the watch", this::look), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (!paused) {
            stack.all().forEach(this::look);
        }
    }

    private void look(Member member) {
        if (!member.isAlive()) {
            if (ended.add(member)) {
                flaws.add(Flaw.of(CHECK, member + " ended by itself", member.lastLines()));
            }
        } else if (member.isReady()) {
            notReady.remove(member);
            told.remove(member);
        } else {
            var now = System.nanoTime();
            var outage = notReady.merge(member, NotReady.since(now), (before, fresh) -> before.stillSo());
            if (outage.isTooLong(now) && told.add(member)) {
                flaws.add(Flaw.of(
                        CHECK,
                        member + " is not ready for more than " + NotReady.PATIENCE.toSeconds() + " s",
                        member.lastLines()));
            }
        }
    }

    /** Somebody else ends and starts them now. */
    synchronized void pause() {
        paused = true;
        notReady.clear();
    }

    synchronized void goOn() {
        paused = false;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
