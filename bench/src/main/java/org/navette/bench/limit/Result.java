package org.navette.bench.limit;

import java.time.Duration;
import org.navette.bench.stack.Running;
import org.navette.parts.Wait;

/** How a limit that ends by itself tells its figure: the last line that it prints. */
public final class Result {

    private static final String MARK = "rate ";

    private Result() {}

    static void print(long count, long nanos) {
        System.out.println(MARK + count * 1e9 / nanos);
    }

    /** Waits for the end of the process. */
    public static double of(Running limit, Duration patience) {
        Wait.orFail(patience, Duration.ofMillis(100), () -> !limit.process().isAlive());
        var last = limit.process().lastLines(1);
        if (!last.startsWith(MARK)) {
            throw new IllegalStateException(
                    limit.name() + " failed:\n" + limit.process().lastLines(30));
        }
        return Double.parseDouble(last.substring(MARK.length()).strip());
    }
}
