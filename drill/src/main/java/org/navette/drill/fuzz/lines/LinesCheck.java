package org.navette.drill.fuzz.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.http.WireAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with the answers to the lines of one body. */
final class LinesCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Upload upload;
    private final Map<Long, JsonNode> answers = new HashMap<>();

    private LinesCheck(Upload upload) {
        this.upload = upload;
    }

    /** Empty where nothing is. */
    static Optional<LineFlaw> flaw(Upload upload, WireAnswer answer) {
        if (upload.refusedWhole()) {
            return answer.status() == 400 && answer.header("content-type").startsWith("application/problem+json")
                    ? Optional.empty()
                    : Optional.of(LineFlaw.ofAll("a wrong first line is answered " + answer.label()));
        }
        if (answer.status() != 200) {
            return Optional.of(LineFlaw.ofAll("answered " + answer.label()));
        }
        try {
            return new LinesCheck(upload).flaw(lines(answer));
        } catch (JacksonException e) {
            return Optional.of(LineFlaw.ofAll("an answer that is no JSON"));
        }
    }

    /** Whether it can't be taken now, all of it or a line. */
    static boolean isPutOff(WireAnswer answer) {
        return answer.isPutOff() || !of(503, answer).isEmpty();
    }

    /** Numbers of the tickets that it was told of. */
    static List<String> promised(WireAnswer answer) {
        return of(202, answer).stream()
                .map(line -> line.path("number").asString(""))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private static List<JsonNode> of(int status, WireAnswer answer) {
        try {
            return lines(answer).stream()
                    .filter(line -> line.path("status").asInt(0) == status)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static List<JsonNode> lines(WireAnswer answer) {
        var lines = new ArrayList<JsonNode>();
        for (var text : answer.text().split("\n")) {
            if (!text.isBlank()) {
                lines.add(JSON.readTree(text));
            }
        }
        return lines;
    }

    private Optional<LineFlaw> flaw(List<JsonNode> lines) {
        if (upload.answersEach()) {
            return verdicts(lines);
        }
        if (lines.isEmpty() || !lines.get(lines.size() - 1).has("accepted")) {
            return Optional.of(LineFlaw.ofAll("no count at the end of the answer"));
        }
        var verdicts = lines.subList(0, lines.size() - 1);
        var count = lines.get(lines.size() - 1);
        var rejected = count.path("rejected").asLong(-1);
        var all = count.path("accepted").asLong(-1) + rejected;
        return rejected == verdicts.size() && all == upload.fates().size()
                ? verdicts(verdicts)
                : Optional.of(LineFlaw.ofAll("the count at the end of the answer is not that of the lines"));
    }

    private Optional<LineFlaw> verdicts(List<JsonNode> verdicts) {
        var before = 0L;
        for (var verdict : verdicts) {
            var number = verdict.path("line").asLong(-1);
            if (number <= before || !upload.fates().containsKey(number)) {
                return Optional.of(new LineFlaw("an answer to a line that is none, or in another order", number));
            }
            before = number;
            answers.put(number, verdict);
        }
        return upload.fates().entrySet().stream()
                .flatMap(
                        line -> flaw(line.getValue(), answers.get(line.getKey()))
                                .map(what -> new LineFlaw(what, line.getKey()))
                                .stream())
                .findFirst();
    }

    private Optional<String> flaw(Fate fate, @Nullable JsonNode verdict) {
        if (verdict == null && upload.answersEach()) {
            return Optional.of("a line without an answer");
        }
        var status = verdict == null ? 202 : verdict.path("status").asInt(0);
        if (status >= 500 || status < 200) {
            return Optional.of("a line is answered " + status);
        }
        if (status >= 400 && verdict.path("code").asString("").isEmpty()) {
            return Optional.of("a line is refused without a code");
        }
        if (fate == Fate.ACCEPTED && status >= 400 && status < 500) {
            return Optional.of("a line is refused, and nothing is wrong with it");
        }
        if (upload.answersEach()
                && status < 400
                && verdict.path("number").asString("").isEmpty()) {
            return Optional.of("a line is accepted without a number");
        }
        return fate == Fate.REFUSED && status < 400
                ? Optional.of("a line is accepted that is wrong")
                : Optional.empty();
    }
}
