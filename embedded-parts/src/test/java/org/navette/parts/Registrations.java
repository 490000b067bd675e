package org.navette.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Registers a schema by Confluent's API. */
final class Registrations {

    private Registrations() {}

    /** The answer's status. */
    static int register(String registry, String subject, String schema) throws IOException, InterruptedException {
        var body = "{\"schema\":\"" + schema.replace("\"", "\\\"") + "\"}";
        var request = HttpRequest.newBuilder(URI.create(registry + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
