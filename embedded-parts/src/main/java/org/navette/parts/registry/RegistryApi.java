package org.navette.parts.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the start of a registry asks of Confluent's API. */
public final class RegistryApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String url;

    private RegistryApi(String url) {
        this.url = url;
    }

    /** A registry of ours on the loopback address. */
    public static RegistryApi onPort(int port) {
        return at("127.0.0.1", port);
    }

    /** An Apicurio Registry anywhere. */
    public static RegistryApi at(String host, int port) {
        return new RegistryApi("http://" + host + ":" + port + "/apis/ccompat/v7");
    }

    public String url() {
        return url;
    }

    /** Whether it lists its subjects; false where nobody listens yet. */
    public boolean answers() {
        try {
            return status(request("/subjects").GET().build()) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** A registry that was not told would take any schema. */
    public void requireFullTransitiveCompatibility() {
        var body = BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}");
        try {
            var status = status(request("/config")
                    .header("Content-Type", "application/json")
                    .PUT(body)
                    .build());
            if (status != 200) {
                throw new IllegalStateException("the schema registry refused the compatibility: status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry's compatibility was not set", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    }

    private int status(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
