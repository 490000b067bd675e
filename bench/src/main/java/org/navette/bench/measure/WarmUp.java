package org.navette.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.navette.bench.stack.Running;

/**
 * Load that does not count. It goes on until the JVMs' compilers rest: they share the processors with what is measured, and
 * code that they have not come to yet is several times slower, which on two processors can take minutes.
 */
final class WarmUp {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int MOST_STEPS = 60;

    /** Of one processor. */
    private static final double RESTING = 0.1;

    /** In a row: at a slow rate the compilers work now and then. */
    private static final int RESTING_STEPS = 3;

    private WarmUp() {}

    /**
     * @param least how long it takes at the least
     * @param processes to wait for; none where they run elsewhere
     * @param load loads them for so long
     */
    static void run(Duration least, List<Running> processes, Consumer<Duration> load) {
        load.accept(least);
        if (processes.isEmpty()) {
            return;
        }
        var resting = 0;
        for (var step = 0; step < MOST_STEPS; step++) {
            var before = compiling(processes);
            var start = System.nanoTime();
            load.accept(STEP);
            var share = (double) compiling(processes).minus(before).toNanos() / (System.nanoTime() - start);
            resting = share < RESTING ? resting + 1 : 0;
            if (resting == RESTING_STEPS) {
                return;
            }
        }
        System.err.println("      the compilers still worked when the measurement began");
    }

    private static Duration compiling(List<Running> processes) {
        return processes.stream().map(Running::compiling).reduce(Duration.ZERO, Duration::plus);
    }
}
