package org.navette.local;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends processes: asked first, by force when the time is up. */
final class Stopping {

    private Stopping() {}

    static void stop(Collection<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        var all = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        all.completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS).join();
        // Its children too: a part may have been started through a shell.
        processes.stream().filter(ProcessHandle::isAlive).forEach(Stopping::kill);
    }

    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
