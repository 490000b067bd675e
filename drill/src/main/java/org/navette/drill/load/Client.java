package org.navette.drill.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends single submissions and tells what was answered; never fails. */
final class Client implements AutoCloseable {

    static final Duration ANSWER_LIMIT = Duration.ofSeconds(12);
    private static final int WAIT_SECONDS = 3;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newFixedThreadPool(4, runnable -> {
        var thread = new Thread(runnable, "client");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .executor(threads)
            .build();

    HttpClient http() {
        return http;
    }

    CompletableFuture<Answer> submit(URI intake, Sent sent) {
        var request = HttpRequest.newBuilder(intake.resolve("/api/tickets"))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(sent.submission().body()));
        if (sent.key() != null) {
            request.header("Idempotency-Key", sent.key());
        }
        if (sent.waits()) {
            request.header("Prefer", "wait=" + WAIT_SECONDS);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .handle((response, failure) -> failure == null
                        ? AnswerReader.of(response.statusCode(), response.body())
                        : AnswerReader.of(failure));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
