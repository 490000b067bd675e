package org.navette.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** When the mail server took each ticket's first mail. */
final class Mails {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Mails() {}

    /** By ticket number, in milliseconds by the wall clock. */
    static Map<String, Long> received(URI mailServer) {
        var received = new HashMap<String, Long>();
        var address = mailServer.resolve("/api/mails.ndjson");
        try (var lines =
                new BufferedReader(new InputStreamReader(address.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var mail = JSON.readTree(line);
                // Message-IDs are NUMBER.VERSION@domain, and the first mail of a ticket is that of its first version.
                var parts = mail.get("messageId").asString().split("[.@]", 3);
                if (parts.length == 3 && parts[1].equals("1")) {
                    var at = Instant.parse(mail.get("receivedAt").asString());
                    received.putIfAbsent(parts[0], at.toEpochMilli());
                }
            }
            return received;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
