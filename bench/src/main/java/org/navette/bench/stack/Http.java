package org.navette.bench.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Now and then a request beside the load; keeps connections alive. */
public final class Http {

    private static final int TIMEOUT_MILLIS = 10_000;

    private Http() {}

    /** Status of a GET, 0 where there is no answer. */
    public static int status(URI address) {
        try {
            var connection = open(address);
            var status = connection.getResponseCode();
            // Read to its end, so that the connection can be used again.
            try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            }
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    /** @throws IllegalStateException where the answer is not 200 */
    public static String get(URI address) {
        return answer(address, null, "");
    }

    /** @throws IllegalStateException where the answer is not 200 */
    public static String post(URI address, String contentType, byte[] body) {
        return answer(address, body, contentType);
    }

    private static String answer(URI address, byte @Nullable [] body, String contentType) {
        try {
            var connection = open(address);
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", contentType);
                connection.setFixedLengthStreamingMode(body.length);
                try (var out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            var status = connection.getResponseCode();
            try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                var answer = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (status != 200) {
                    throw new IllegalStateException(address + " answered " + status + ": " + answer);
                }
                return answer;
            }
        } catch (IOException e) {
            throw new IllegalStateException(address + " does not answer", e);
        }
    }

    private static HttpURLConnection open(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
