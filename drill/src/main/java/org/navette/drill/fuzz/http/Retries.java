package org.navette.drill.fuzz.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.navette.parts.Wait;

/** Sends a request again where a service can't take it now: what it never takes is no matter of the moment. */
public final class Retries {

    private static final int MOST = 2;
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final long LONGEST_SECONDS = 30;

    private final Consumer<Duration> pause;

    Retries(Consumer<Duration> pause) {
        this.pause = pause;
    }

    public static Retries pausing() {
        return new Retries(Wait::pause);
    }

    /** @return the last answer */
    public WireAnswer send(Supplier<WireAnswer> exchange, Predicate<WireAnswer> isPutOff) {
        var answer = exchange.get();
        for (var left = MOST; left > 0 && isPutOff.test(answer); left--) {
            pause.accept(after(answer));
            answer = exchange.get();
        }
        return answer;
    }

    private static Duration after(WireAnswer answer) {
        var wanted = answer.header("retry-after");
        return wanted.matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(Long.parseLong(wanted), LONGEST_SECONDS))
                : USUAL;
    }
}
