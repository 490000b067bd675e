package org.navette.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.navette.parts.Parts;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This service, running on real parts, on a free port. */
public final class RunningQuery implements AutoCloseable {

    /** An answer over HTTP. */
    public record Answer(int status, JsonNode body, Optional<String> retryAfter) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, Object> settings;
    private final MongoClient client;
    private ConfigurableApplicationContext context;

    private RunningQuery(Map<String, Object> settings) {
        this.settings = settings;
        this.context = run(settings);
        this.client = MongoClients.create((String) settings.get("MONGODB_URI"));
    }

    /** On the shared parts, with a database of its own. */
    public static RunningQuery start() {
        return start(Map.of());
    }

    public static RunningQuery start(Map<String, Object> settings) {
        String name = "query_" + FactMother.aNumber().substring(0, 10);
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port", 0,
                "server.address", "127.0.0.1",
                "navette.query.database", name,
                "navette.query.group-id", name,
                "navette.query.check-interval", "250ms",
                "navette.query.retry-interval", "250ms",
                "navette.query.database-timeout", "3s",
                "spring.main.banner-mode", "off"));
        all.putAll(settings);
        all.computeIfAbsent("KAFKA_BOOTSTRAP_SERVERS", any -> Parts.bootstrapServers());
        all.computeIfAbsent("SCHEMA_REGISTRY_URL", any -> Parts.registryUrl());
        all.computeIfAbsent("MONGODB_URI", any -> Parts.mongoUri());
        return new RunningQuery(all);
    }

    /** A second instance that shares the work. */
    public RunningQuery another() {
        return new RunningQuery(settings);
    }

    private static ConfigurableApplicationContext run(Map<String, Object> settings) {
        return new SpringApplicationBuilder(QueryApplication.class)
                .run(arguments(settings).toArray(String[]::new));
    }

    /** As arguments, because application.yaml would win against the application's defaults. */
    private static List<String> arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /** For another program on the same parts. */
    public List<String> arguments() {
        return arguments(settings);
    }

    /** The same, but for one setting. */
    public List<String> argumentsWith(String setting, String value) {
        Map<String, Object> others = new HashMap<>(settings);
        others.put(setting, value);
        return arguments(others);
    }

    public void stop() {
        context.close();
    }

    public void startAgain() {
        context = run(settings);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MongoDatabase database() {
        return client.getDatabase((String) settings.get("navette.query.database"));
    }

    public MongoClient client() {
        return client;
    }

    /** @param headers names and values in turn */
    public Answer get(String pathAndQuery, String... headers) {
        String port = context.getEnvironment().getProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + pathAndQuery);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("Retry-After"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode detail(String number) {
        return get("/api/tickets/" + number).body();
    }

    /** Waits until everything that is in the log now is shown. */
    public void catchUp() {
        Awaitility.await("the read model catches up")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    JsonNode progress = get("/api/projection").body();
                    assertThat(progress.get("complete").asBoolean())
                            .as("%s", progress)
                            .isTrue();
                });
    }

    /** Waits until the broker and the database answer. */
    public void awaitAnswer() {
        Awaitility.await("an answer")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/projection").status() == 200);
    }

    @Override
    public void close() {
        context.close();
        try {
            database().drop();
        } catch (MongoException e) {
            // A database that the test has stopped.
        }
        client.close();
    }
}
