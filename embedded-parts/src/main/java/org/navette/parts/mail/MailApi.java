package org.navette.parts.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mails as JSON, for tests and reconciliation: {@code /api/count}; {@code /api/mails?messageId=…} or {@code
 * ?recipient=…}, an array, oldest first, at most 1000; {@code /api/mails.ndjson?after=ID}, all of them, a line each,
 * oldest first, in constant memory.
 */
final class MailApi {

    private static final int LIMIT = 1000;
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final MailStore store;

    MailApi(MailStore store) {
        this.store = store;
    }

    Response count() {
        return Response.json(
                JSON.writeValueAsBytes(Map.of("count", store.index().count())));
    }

    Response find(Map<String, String> parameters) {
        return Response.json(JSON.writeValueAsBytes(mails(parameters)));
    }

    private List<MailSummary> mails(Map<String, String> parameters) {
        if (parameters.containsKey("messageId")) {
            return store.index().withMessageId(parameters.get("messageId"), LIMIT);
        }
        if (parameters.containsKey("recipient")) {
            return store.index().to(parameters.get("recipient"), LIMIT);
        }
        return store.index().before(Long.MAX_VALUE, LIMIT);
    }

    void stream(HttpExchange exchange, long after) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (var out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            var page = store.index().after(after, LIMIT);
            while (!page.isEmpty()) {
                for (var mail : page) {
                    out.write(JSON.writeValueAsBytes(mail));
                    out.write('\n');
                }
                page = store.index().after(page.get(page.size() - 1).id(), LIMIT);
            }
        }
    }
}
