package org.navette.drill.round;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Stack;

/** Starts again what ended by itself, as the local run's supervisor or an orchestrator does, and notes it. */
final class Guard implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Stack stack;
    private final Set<Member> leftAlone = ConcurrentHashMap.newKeySet();
    private final List<String> ended = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        var thread = new Thread(runnable, "guard");
        thread.setDaemon(true);
        return thread;
    });

    Guard(Stack stack) {
        this.stack = stack;
        timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whoever plays with it starts it himself. Not while it is being looked at: it would be started twice. */
    synchronized void leaveAlone(Member member) {
        leftAlone.add(member);
    }

    void lookAfter(Member member) {
        leftAlone.remove(member);
    }

    private synchronized void look() {
        for (var member : stack.all()) {
            if (!leftAlone.contains(member) && !member.isAlive()) {
                ended.add(member.name());
                member.start();
            }
        }
    }

    /** Those that ended by themselves since the last question. */
    synchronized List<String> ended() {
        var names = List.copyOf(ended);
        ended.clear();
        return names;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
