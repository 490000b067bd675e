package org.navette.drill.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param timeLimit for the cases; the checks behind them have limits of their own
 * @param only the number of the one case to throw; null for all
 * @param settleLimit longest wait until all are at the end of what they read
 * @param operator jar of the operator's commands
 * @param directory of the stack
 */
record FuzzSettings(
        long cases,
        long seed,
        Duration timeLimit,
        @Nullable Long only,
        Duration settleLimit,
        Path operator,
        Path directory) {}
