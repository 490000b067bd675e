package org.navette.examples.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.navette.examples.load.Ledger.Count;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo mail server, asked by its JSON API for the mails that it got since the run began. */
final class Mailbox {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private long last = -1;

    Mailbox(URI server) throws IOException, InterruptedException {
        this.server = server;
        for (JsonNode mail : JsonMapper.shared().readTree(get("/api/mails"))) {
            last = Math.max(last, mail.path("id").longValue());
        }
    }

    /** Counts what came since it was last asked. */
    void read(Ledger ledger, Tally tally) throws IOException, InterruptedException {
        HttpRequest request = request("/api/mails.ndjson?after=" + last);
        try (Stream<String> mails = http.send(request, BodyHandlers.ofLines()).body()) {
            mails.map(JsonMapper.shared()::readTree).forEach(mail -> {
                last = Math.max(last, mail.path("id").longValue());
                // NUMBER.VERSION@domain
                String number = mail.path("messageId").asString("").split("\\.", 2)[0];
                if (ledger.ticket(number) != null && ledger.count(number, Count.MAIL)) {
                    tally.add(Count.MAIL.name());
                }
            });
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).build();
    }
}
