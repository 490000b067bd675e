package org.navette.drill.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.navette.drill.check.Seen;
import org.navette.drill.load.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes what the mail server took about each ticket. */
final class Mailbox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final Map<String, Seen> tickets;
    private long last = -1;

    Mailbox(URI server, Map<String, Seen> tickets) {
        this.server = server;
        this.tickets = tickets;
    }

    void readNew() throws IOException {
        var connection = Http.open(server.resolve("/api/mails.ndjson?after=" + last));
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                note(JSON.readTree(line));
            }
        }
    }

    private void note(JsonNode mail) {
        last = Math.max(last, mail.path("id").asLong());
        // NUMBER.VERSION@domain
        var parts = mail.path("messageId").asString().split("[.@]", 3);
        var version = parts.length == 3 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : 0;
        tickets.computeIfAbsent(parts[0], Seen::new)
                .marked(Submission.markOfAddress(mail.path("recipient").asString()))
                .mailed(version);
    }
}
