package org.navette.drill.fuzz.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Registers schemas, those too that no client of ours would. */
public final class Registry {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public Registry(String url) {
        this.url = url;
    }

    /** @return the id; the same for the same schema */
    public int registerAvro(String subject, String schema) {
        return register(subject, "AVRO", schema);
    }

    int register(String subject, String type, String schema) {
        var body = JSON.createObjectNode().put("schema", schema).put("schemaType", type);
        var request = HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the registry answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body()).path("id").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
