package org.navette.drill.observe;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.drill.check.Seen;
import org.navette.drill.load.Submission;
import tools.jackson.databind.JsonNode;

/** Notes what the query service shows of each ticket. */
final class Lists {

    private static final int PAGE = 200;

    private final List<URI> queries;
    private final Map<String, Seen> tickets;
    private int turn;

    Lists(List<URI> queries, Map<String, Seen> tickets) {
        this.queries = queries;
        this.tickets = tickets;
    }

    /**
     * Pages back to what was submitted before that moment, further where an intake had a clock that was slow; and asks for
     * each refused one by its number, for it is in no list.
     */
    void readSince(Instant start) throws IOException {
        var earliest = tickets.values().stream()
                .filter(ticket -> !ticket.isListed() && ticket.isOpened())
                .map(Seen::submittedAt)
                .min(Comparator.naturalOrder())
                .filter(start::isAfter)
                .orElse(start);
        @Nullable String cursor = null;
        do {
            cursor = page(cursor, earliest);
        } while (cursor != null);
        var missing = tickets.values().stream()
                .filter(ticket -> !ticket.isListed() && ticket.isRefused())
                .map(Seen::number)
                .toList();
        for (var number : missing) {
            Http.get(query().resolve("/api/tickets/" + number)).ifPresent(this::note);
        }
    }

    private @Nullable String page(@Nullable String cursor, Instant start) throws IOException {
        var from = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        var page = Http.get(query().resolve("/api/tickets?limit=" + PAGE + from))
                .orElseThrow(() -> new IOException("no list"));
        var last = Instant.MAX;
        for (var line : page.path("items")) {
            note(line);
            last = Instant.parse(line.path("submittedAt").asString());
        }
        var next = page.path("next");
        return next.isString() && !last.isBefore(start) ? next.asString() : null;
    }

    private void note(JsonNode line) {
        tickets.computeIfAbsent(line.path("number").asString(), Seen::new)
                .marked(Submission.markOfTitle(line.path("title").asString()))
                .listed(line.path("status").asString(), line.path("version").asInt());
    }

    /** Tickets and refused submissions that there are in all. */
    Totals totals() throws IOException {
        var statistics =
                Http.get(query().resolve("/api/statistics")).orElseThrow(() -> new IOException("no statistics"));
        return new Totals(
                statistics.path("tickets").asLong(), statistics.path("refused").asLong());
    }

    record Totals(long tickets, long refused) {}

    private URI query() {
        turn = (turn + 1) % queries.size();
        return queries.get(turn);
    }
}
