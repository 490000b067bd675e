package org.navette.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.navette.parts.Distribution;
import org.navette.parts.broker.StreamsProgress;

/** The demo set, loaded by intake's own endpoints at the first start on a data directory. */
final class ReferenceData {

    private static final List<String> NAMES = List.of("organisations", "business-objects");
    private static final Pattern ALL_ACCEPTED = Pattern.compile("\\{\"accepted\":\\d+,\"rejected\":0}\\s*");
    private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

    private final Path files;
    private final Path marker;
    private final String intake;
    private final String bootstrapServers;

    ReferenceData(Distribution distribution, DataDirectory data, int intakePort, String bootstrapServers) {
        this.files = distribution.referenceData();
        this.marker = data.root().resolve("reference-data.loaded");
        this.intake = "http://127.0.0.1:" + intakePort;
        this.bootstrapServers = bootstrapServers;
    }

    /** What fails is said, and tried again at the next start: the pipeline runs without it. */
    void loadOnce(PrintWriter out) throws InterruptedException {
        if (Files.exists(marker)) {
            return;
        }
        try {
            for (var name : NAMES) {
                load(name);
            }
            awaitRouter();
            Files.createFile(marker);
            out.println("  Demo organisations and business objects are loaded.");
        } catch (IOException | TimeoutException | IllegalStateException e) {
            out.println("  The demo reference data were not loaded: " + e.getMessage());
        }
    }

    /** A router that has just started takes a moment: a ticket that came before it has them all would be refused. */
    private void awaitRouter() throws InterruptedException, TimeoutException {
        try (var router = new StreamsProgress(bootstrapServers, "ticket-router")) {
            router.awaitRead(NAMES, TIME_LIMIT);
        }
    }

    private void load(String name) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(intake + "/api/reference-data/" + name))
                .timeout(TIME_LIMIT)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .POST(BodyPublishers.ofFile(files.resolve(name + ".csv")))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        requireAllAccepted(name, answer.statusCode(), answer.body());
    }

    /** Lines that were not taken are told in the answer's body, whose last line counts them. */
    static void requireAllAccepted(String name, int status, String body) throws IOException {
        if (status != 200 || !ALL_ACCEPTED.matcher(body).matches()) {
            throw new IOException(name + ": status " + status + " " + body);
        }
    }
}
