package org.navette.drill.fuzz.http;

import java.util.Optional;
import org.navette.drill.fuzz.http.Expectation.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer. */
final class AnswerCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnswerCheck() {}

    /** @return what is wrong, alike for all that is wrong in the same way; empty where nothing is */
    static Optional<String> flaw(Expectation expected, String method, WireAnswer answer) {
        if (answer.failure() != null) {
            return withoutAnswer(expected, answer.failure());
        }
        var status = answer.status();
        if (status >= 500) {
            return ofServer(expected, answer);
        }
        if (takesATicket(answer) && promised(answer).isEmpty()) {
            return Optional.of(status + " without a number");
        }
        if (expected.kind() == Kind.NOT_HTTP) {
            return Optional.empty();
        }
        if (expected.kind() == Kind.SECRET) {
            return status < 300 ? Optional.of("given away: " + status) : Optional.empty();
        }
        if (status >= 300 && status < 400) {
            return Optional.of("sent elsewhere: " + status);
        }
        if (status >= 400) {
            return expected.kind() == Kind.YES
                    ? Optional.of("refused, and nothing is wrong with it: " + status)
                    : method.equals("HEAD") ? Optional.empty() : ofRefusal(expected, answer);
        }
        return expected.kind() == Kind.NO ? Optional.of("accepted: " + status) : ofYes(answer);
    }

    /** Number of the ticket that it promises; empty where it promises none. */
    static Optional<String> promised(WireAnswer answer) {
        if (!takesATicket(answer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(answer.body()).path("number").asString(""))
                    .filter(number -> !number.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean takesATicket(WireAnswer answer) {
        return answer.status() == 201 || answer.status() == 202;
    }

    private static Optional<String> withoutAnswer(Expectation expected, WireAnswer.Failure failure) {
        return switch (failure) {
            case TIMEOUT -> Optional.of("no answer in time");
            case GARBAGE -> expected.kind() == Kind.NOT_HTTP
                    ? Optional.empty()
                    : Optional.of("an answer that is no HTTP");
            case CLOSED -> expected.kind() == Kind.NOT_HTTP
                    ? Optional.empty()
                    : Optional.of("the connection was closed in place of an answer");
        };
    }

    private static Optional<String> ofServer(Expectation expected, WireAnswer answer) {
        if (answer.status() == 503) {
            return Optional.of(answer.isPutOff() ? "503 also when it was sent again" : "503 without Retry-After");
        }
        // HTTP wants them for a version or a transfer coding that nobody knows.
        var isOfHttp = answer.status() == 501 || answer.status() == 505;
        return isOfHttp && expected.kind() == Kind.NOT_HTTP
                ? Optional.empty()
                : Optional.of("a fault of the server's: " + answer.status());
    }

    private static Optional<String> ofRefusal(Expectation expected, WireAnswer answer) {
        var status = answer.status();
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of(status + " that is no problem but '" + answer.header("content-type") + "'");
        }
        try {
            return ofProblem(expected, status, JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            return Optional.of(status + " whose problem is no JSON");
        }
    }

    static Optional<String> ofProblem(Expectation expected, int status, JsonNode problem) {
        if (problem.path("status").asInt(0) != status) {
            return Optional.of(status + " whose problem says " + problem.path("status"));
        }
        if (problem.path("code").asString("").isEmpty()) {
            return Optional.of(status + " without a code");
        }
        for (var error : problem.path("errors")) {
            if (!error.path("field").isString()
                    || error.path("code").asString("").isEmpty()) {
                return Optional.of(status + " with an error that lacks its field or code");
            }
        }
        return expected.field() == null || status != 400 || names(problem, expected.field())
                ? Optional.empty()
                : Optional.of("400 that does not name the field at fault");
    }

    /** The field itself, one within it, or the block that it is in. */
    private static boolean names(JsonNode problem, String field) {
        for (var error : problem.path("errors")) {
            var named = error.path("field").asString("");
            if (named.equals(field) || named.startsWith(field + ".") || field.startsWith(named + ".")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> ofYes(WireAnswer answer) {
        if (!answer.header("content-type").startsWith("application/json") || answer.body().length == 0) {
            return Optional.empty();
        }
        try {
            JSON.readTree(answer.body());
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(answer.status() + " whose body is no JSON");
        }
    }
}
