package org.navette.bench.measure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.navette.bench.http.Requests;
import org.navette.bench.ticket.Submissions;

/**
 * @param seed of the submissions
 * @param duration of each load
 * @param warmUp before the first load of a process
 * @param tickets of a backlog
 * @param connections to measure accepting with
 */
public record Settings(long seed, Duration duration, Duration warmUp, int tickets, List<Integer> connections) {

    private static final int BODIES = 5_000;

    List<byte[]> bodies() {
        return Submissions.bodies(seed, BODIES);
    }

    Requests requests(URI target) {
        return Requests.posts(target.resolve("/api/tickets"), bodies());
    }
}
