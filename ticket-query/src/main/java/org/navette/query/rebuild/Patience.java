package org.navette.query.rebuild;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for a broker or a registry that is away, for as long as nobody else may build. By any thread. */
final class Patience {

    private static final int MOST_QUESTIONS = 10;

    private final Runnable check;
    private final Duration interval;
    private final Report report;
    private volatile @Nullable String told;

    /** @param check throws where it is no longer worth waiting */
    Patience(Runnable check, Duration interval, Report report) {
        this.check = check;
        this.interval = interval;
        this.report = report;
    }

    /** Asks the broker until it answers. */
    <T> T ask(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (TimeoutException e) {
                await(e);
            }
        }
    }

    /**
     * Asks the broker again where its answer is not enough yet, a few times.
     *
     * @return the last answer
     */
    <T> T askUntil(Predicate<T> enough, Supplier<T> question) {
        T answer = ask(question);
        for (int asked = 1; asked < MOST_QUESTIONS && !enough.test(answer); asked++) {
            check.run();
            pause(interval);
            answer = ask(question);
        }
        return answer;
    }

    /** Returns when it is time for another try. Told once, however long it lasts. */
    void await(RuntimeException away) {
        String message = String.valueOf(away.getMessage());
        if (!message.equals(told)) {
            told = message;
            report.say("  waits and tries again: %s", message);
        }
        check.run();
        pause(interval);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(Math.max(0, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        }
    }
}
