package org.navette.bench.measure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.navette.bench.http.BulkClient;
import org.navette.bench.http.BulkClient.BulkResult;
import org.navette.bench.report.Figures;

/** How many submissions a second are accepted as lines of a stream. */
public final class Bulk {

    private static final List<Integer> STREAMS = List.of(1, 2);

    private final Settings settings;

    public Bulk(Settings settings) {
        this.settings = settings;
    }

    public void measure(Figures figures, URI intake) {
        send(intake, 1, settings.tickets() / 5);
        for (var streams : STREAMS) {
            var start = System.nanoTime();
            var accepted = send(intake, streams, settings.tickets());
            var seconds = (System.nanoTime() - start) / 1e9;
            figures.add("bulk", streams + " at a time, rate", "1/s", accepted / seconds);
            figures.add("bulk", streams + " at a time, not accepted", "", settings.tickets() - accepted);
        }
    }

    /**
     * Fills the submissions' topic.
     *
     * @return how many lines were accepted: all, where the machine is not overloaded, for the bodies are valid
     * @throws IllegalStateException where none was
     */
    public long send(URI intake, int streams, long count) {
        var address = intake.resolve("/api/tickets/bulk");
        var lines = settings.bodies();
        var threads = Executors.newFixedThreadPool(streams);
        try {
            var work = new ArrayList<Future<BulkResult>>();
            for (var i = 0; i < streams; i++) {
                work.add(threads.submit(() -> BulkClient.send(address, lines, count / streams)));
            }
            return work.stream()
                    .mapToLong(result -> accepted(result, count / streams))
                    .sum();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long accepted(Future<BulkResult> work, long count) {
        var result = Results.of(work);
        if (result.accepted() == 0) {
            throw new IllegalStateException(
                    "bulk: no line was accepted; status " + result.status() + "; " + result.firstOther());
        }
        if (result.accepted() != count) {
            System.err.println("      of " + count + " lines " + result.accepted() + " were accepted, " + result.lines()
                    + " answered; " + result.firstOther());
        }
        return result.accepted();
    }
}
