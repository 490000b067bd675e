package org.navette.drill.overload;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.navette.drill.stack.Member;

/** The most memory that a process held while it was watched, in MB (10^6 bytes). */
final class MemoryWatch implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile double most;

    MemoryWatch(Member member) {
        timer.scheduleAtFixedRate(() -> most = Math.max(most, member.memory()), 0, 500, TimeUnit.MILLISECONDS);
    }

    double most() {
        return most;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
