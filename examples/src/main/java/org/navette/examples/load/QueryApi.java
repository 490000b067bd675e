package org.navette.examples.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query service's numbers. */
final class QueryApi {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_QUESTIONS = 20;
    private static final int PAUSE_S = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI query;

    QueryApi(URI query) {
        this.query = query;
    }

    /** Facts in the log that it doesn't show yet. */
    long lag() throws IOException, InterruptedException {
        return get("/api/projection").path("lag").longValue();
    }

    /** Every number of its statistics, by its path. */
    Map<String, Long> statistics() throws IOException, InterruptedException {
        Map<String, Long> numbers = new TreeMap<>();
        flatten("", get("/api/statistics"), numbers);
        return numbers;
    }

    /** Asks again as long as the service says that it can't answer just now. */
    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(query.resolve(path)).timeout(TIMEOUT).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        for (int asked = 1; response.statusCode() == 503 && asked < MOST_QUESTIONS; asked++) {
            TimeUnit.SECONDS.sleep(PAUSE_S);
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() != 200) {
            throw new IOException("the query service answered " + response.statusCode() + " to " + path);
        }
        return JsonMapper.shared().readTree(response.body());
    }

    private static void flatten(String path, JsonNode node, Map<String, Long> into) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            if (property.getValue().isObject()) {
                flatten(name, property.getValue(), into);
            } else if (property.getValue().isNumber()) {
                into.put(name, property.getValue().longValue());
            }
        }
    }
}
