package org.navette.intake.ticket;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.navette.intake.http.RequestThreads;

/**
 * Answers with the request's own thread where that is a matter of milliseconds. To give the thread back costs a second way
 * through the container and the framework, behind whatever else waits for a thread. Whoever has to wait longer gives it
 * back all the same: a broker that is away must not hold all threads.
 */
final class OnTheSpot {

    /** A multiple of what an acknowledgement takes under load, and little beside the seconds after which it is given up. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    private OnTheSpot() {}

    /** @return the answer, or the future of it, which Spring waits for without a thread */
    static <T> Object answer(CompletableFuture<T> answer) {
        RequestThreads.letOthersWork();
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
