package org.navette.examples.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.navette.examples.tickets.Expected;
import org.navette.examples.tickets.Expected.Fate;
import org.navette.examples.tickets.GeneratedTicket;
import org.navette.examples.tickets.TicketGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends tickets by bulk and compares each line's answer with what was expected. */
final class Sending {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int MOST_REFUSALS = 60;

    private final URI bulk;
    private final TicketGenerator generator;
    private final Ledger ledger;
    private final Tally tally;
    private final Findings findings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Sending(URI intake, TicketGenerator generator, Ledger ledger, Tally tally, Findings findings) {
        this.bulk = intake.resolve("/api/tickets/bulk");
        this.generator = generator;
        this.ledger = ledger;
        this.tally = tally;
        this.findings = findings;
    }

    /** @throws IOException where the request as a whole fails: it is not known what became of its lines */
    void send(int from, int count) throws IOException, InterruptedException {
        List<Expected> expected = new ArrayList<>(count);
        ByteArrayOutputStream body = new ByteArrayOutputStream(count * 900);
        for (int i = from; i < from + count; i++) {
            GeneratedTicket ticket = generator.ticket(i);
            expected.add(ticket.expected());
            body.writeBytes(ticket.json());
            body.write('\n');
        }
        HttpResponse<Stream<String>> response = post(body.toByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("intake answered " + response.statusCode() + " to a bulk request");
        }
        int answered = 0;
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode answer = JsonMapper.shared().readTree(line);
                if (!answer.has("line")) {
                    throw new IOException("an answer that names no line: "
                            + answer.path("code").asString(""));
                }
                int at = answer.get("line").intValue() - 1;
                check(from + at, expected.get(at), answer);
                answered++;
                tally.add("answered");
            }
        }
        if (answered != count) {
            findings.add("lines without an answer", (count - answered) + " of the " + count + " from " + from + " on");
        }
    }

    /** A busy intake says so before it takes anything: the same request again is no repeat. */
    private HttpResponse<Stream<String>> post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bulk)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        for (int refusals = 0; ; refusals++) {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            int status = response.statusCode();
            if (status != 503 && status != 429 || refusals == MOST_REFUSALS) {
                return response;
            }
            response.body().close();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void check(int index, Expected expected, JsonNode answer) {
        int status = answer.path("status").intValue();
        if (status == 202) {
            String number = answer.path("number").asString("");
            tally.add("accepted");
            if (!ledger.add(number, index)) {
                findings.add("numbers given twice", number);
            }
            if (expected.fate() == Fate.NOT_ACCEPTED) {
                findings.add("accepted although wrong", "ticket " + index + ": " + expected);
            }
        } else if (status >= 500) {
            tally.add("unconfirmed");
            findings.add("not confirmed", "ticket " + index + ": status " + status);
        } else {
            tally.add("not accepted");
            if (expected.fate() != Fate.NOT_ACCEPTED || !names(answer, expected)) {
                findings.add(
                        "other answer than expected", "ticket " + index + ": " + answer + " instead of " + expected);
            }
        }
    }

    private static boolean names(JsonNode answer, Expected expected) {
        if (expected.field() == null) {
            return answer.path("code").asString("").equals(expected.code());
        }
        for (JsonNode error : answer.path("errors")) {
            if (error.path("field").asString("").equals(expected.field())
                    && error.path("code").asString("").equals(expected.code())) {
                return answer.path("errors").size() == 1;
            }
        }
        return false;
    }
}
