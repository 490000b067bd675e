package org.navette.bench.measure;

import java.net.URI;
import org.HdrHistogram.Histogram;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the query service's answers cost, one after the other with nothing else to do. */
final class Lists {

    private static final int WARM_UP = 100;
    private static final int REQUESTS = 300;
    private static final int DEEP = 50;
    private static final long LONGEST_MICROS = 600_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI query;
    private final Figures figures;
    private final String group;

    Lists(URI query, Figures figures, String group) {
        this.query = query;
        this.figures = figures;
        this.group = group;
    }

    void measure() {
        var first = page("/api/tickets?limit=50");
        var ticket = first.get("items").get(0);
        var issuer = ticket.at("/issuer/organisation");
        add("first page", "/api/tickets?limit=50", REQUESTS);
        add("first page of an issuer", "/api/tickets?limit=50&issuer=" + key(issuer), REQUESTS);
        add("first page of a status", "/api/tickets?limit=50&status=OPEN", REQUESTS);
        add("page " + DEEP, "/api/tickets?limit=50&cursor=" + deep(first), REQUESTS);
        add("detail", "/api/tickets/" + ticket.get("number").asString(), REQUESTS);
        add("statistics", "/api/statistics", 1);
    }

    private static String key(JsonNode organisation) {
        return organisation.get("scheme").asString() + ":"
                + organisation.get("value").asString();
    }

    /** The cursor of a page far down. */
    private String deep(JsonNode first) {
        var page = first;
        for (var i = 1; i < DEEP && page.hasNonNull("next"); i++) {
            page = page("/api/tickets?limit=50&cursor=" + page.get("next").asString());
        }
        return page.get("next").asString();
    }

    private JsonNode page(String path) {
        return JSON.readTree(Http.get(query.resolve(path)));
    }

    private void add(String name, String path, int requests) {
        var address = query.resolve(path);
        for (var i = 0; i < Math.min(WARM_UP, requests - 1); i++) {
            Http.get(address);
        }
        var waits = new Histogram(LONGEST_MICROS, 3);
        for (var i = 0; i < requests; i++) {
            var start = System.nanoTime();
            Http.get(address);
            waits.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - start) / 1_000));
        }
        figures.add(group, name + ", p50", "ms", waits.getValueAtPercentile(50) / 1e3);
        if (requests > 1) {
            figures.add(group, name + ", p99", "ms", waits.getValueAtPercentile(99) / 1e3);
        }
    }
}
