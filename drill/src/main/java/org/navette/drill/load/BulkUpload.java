package org.navette.drill.load;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Several submissions in one request. A line that was answered counts, also where the answer breaks off after it. */
final class BulkUpload {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Sent> lines;
    private final Map<Integer, Answer> answered = new ConcurrentHashMap<>();

    private BulkUpload(List<Sent> lines) {
        this.lines = lines;
    }

    /** Done when each has its answer; never fails. */
    static CompletableFuture<Void> send(HttpClient http, URI intake, List<Sent> lines) {
        return new BulkUpload(lines).send(http, intake);
    }

    private CompletableFuture<Void> send(HttpClient http, URI intake) {
        var request = HttpRequest.newBuilder(intake.resolve("/api/tickets/bulk"))
                .timeout(Client.ANSWER_LIMIT)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body()))
                .build();
        var exchange = http.sendAsync(request, this::body);
        // The request's own limit ends with the head of the answer.
        return exchange.copy()
                .orTimeout(Client.ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .handle((response, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                    }
                    conclude(response, failure);
                    return null;
                });
    }

    private byte[] body() {
        var body = new ByteArrayOutputStream();
        for (var line : lines) {
            body.writeBytes(line.submission().body());
            body.write('\n');
        }
        return body.toByteArray();
    }

    private HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo info) {
        return info.statusCode() == 200
                ? BodyHandlers.fromLineSubscriber(new Lines(), done -> "", null).apply(info)
                : BodyHandlers.ofString().apply(info);
    }

    private void conclude(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        Answer otherwise;
        if (failure != null || response == null) {
            otherwise = AnswerReader.of(failure == null ? new IllegalStateException() : failure);
        } else if (response.statusCode() == 200) {
            otherwise = Answer.noAnswer("(no line)");
        } else {
            otherwise = AnswerReader.of(response.statusCode(), response.body());
        }
        for (var line = 1; line <= lines.size(); line++) {
            lines.get(line - 1).answered(answered.getOrDefault(line, otherwise));
        }
    }

    private final class Lines implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String text) {
            try {
                var line = JSON.readTree(text);
                answered.put(line.path("line").asInt(0), AnswerReader.ofLine(line));
            } catch (JacksonException e) {
                // Cut off in the middle: not answered.
                answered.remove(0);
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The exchange fails with it.
        }

        @Override
        public void onComplete() {
            // So does its end.
        }
    }
}
