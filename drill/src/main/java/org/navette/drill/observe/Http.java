package org.navette.drill.observe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for JSON. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TIMEOUT_MILLIS = 15_000;

    private Http() {}

    /** @return empty where there is no such thing */
    public static Optional<JsonNode> get(URI address) throws IOException {
        var connection = open(address);
        var status = connection.getResponseCode();
        if (status == 404) {
            drain(connection.getErrorStream());
            return Optional.empty();
        }
        if (status != 200) {
            drain(connection.getErrorStream());
            throw new IOException(address + " answered " + status);
        }
        try (var in = connection.getInputStream()) {
            return Optional.of(JSON.readTree(in));
        }
    }

    /** @throws IOException where it is not answered 200 */
    public static void post(URI address, String contentType, byte[] body) throws IOException {
        var connection = open(address);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", contentType);
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        if (connection.getResponseCode() != 200) {
            throw new IOException(address + " answered " + connection.getResponseCode());
        }
        drain(connection.getInputStream());
    }

    private static void drain(@Nullable InputStream in) throws IOException {
        if (in != null) {
            try (in) {
                in.readAllBytes();
            }
        }
    }

    static HttpURLConnection open(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
