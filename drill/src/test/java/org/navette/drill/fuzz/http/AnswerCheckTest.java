package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.http.WireAnswer.Failure;

class AnswerCheckTest {

    private static final String PROBLEM =
            "{\"status\":400,\"code\":\"invalid-fields\",\"errors\":[{\"field\":\"issuer.email\",\"code\":\"required\"}]}";

    private static final String TAKEN = "{\"number\":\"4K4PSFDZFBFT0FYP\",\"status\":\"accepted\"}";

    @Test
    void findsAFaultOfTheServers() {
        assertThat(flaw(Expectation.ANY, answer(500, PROBLEM))).contains("a fault of the server's: 500");
        assertThat(flaw(Expectation.NOT_HTTP, answer(500, ""))).isPresent();
        assertThat(flaw(Expectation.ANY, answer(501, ""))).isPresent();
    }

    @Test
    void findsWhatNoServerTakesHoweverOften() {
        var putOff = new WireAnswer(503, Map.of("retry-after", "2"), new byte[0], null);
        assertThat(putOff.isPutOff()).isTrue();
        assertThat(flaw(Expectation.NO, putOff)).contains("503 also when it was sent again");
        assertThat(answer(503, PROBLEM).isPutOff()).isFalse();
        assertThat(flaw(Expectation.NO, answer(503, PROBLEM))).contains("503 without Retry-After");
    }

    @Test
    void findsARefusalThatIsNoProblem() {
        var html = new WireAnswer(400, Map.of("content-type", "text/html"), bytes("<html>"), null);
        assertThat(flaw(Expectation.NO, html)).contains("400 that is no problem but 'text/html'");
        assertThat(flaw(Expectation.NO, answer(400, "no JSON"))).contains("400 whose problem is no JSON");
        assertThat(flaw(Expectation.NO, answer(400, "{\"status\":400}"))).contains("400 without a code");
        assertThat(flaw(Expectation.NO, answer(404, PROBLEM))).isPresent();
        assertThat(flaw(Expectation.NOT_HTTP, html)).isEmpty();
    }

    @Test
    void findsARefusalThatDoesNotNameTheField() {
        assertThat(flaw(Expectation.noNaming("issuer.email"), answer(400, PROBLEM)))
                .isEmpty();
        assertThat(flaw(Expectation.noNaming("issuer"), answer(400, PROBLEM))).isEmpty();
        assertThat(flaw(Expectation.noNaming("title"), answer(400, PROBLEM)))
                .contains("400 that does not name the field at fault");
    }

    @Test
    void findsWhatIsAcceptedThoughItIsWrongAndRefusedThoughItIsNot() {
        assertThat(flaw(Expectation.NO, answer(202, TAKEN))).contains("accepted: 202");
        assertThat(flaw(Expectation.YES, answer(400, PROBLEM))).isPresent();
        assertThat(flaw(Expectation.YES, answer(202, TAKEN))).isEmpty();
    }

    @Test
    void findsAYesThatPromisesNothing() {
        assertThat(AnswerCheck.promised(answer(202, TAKEN))).contains("4K4PSFDZFBFT0FYP");
        for (var body : List.of("", "{}", "{\"number\":\"\"}", "no JSON")) {
            assertThat(flaw(Expectation.YES, answer(202, body))).contains("202 without a number");
            assertThat(flaw(Expectation.NOT_HTTP, answer(201, body))).contains("201 without a number");
            assertThat(AnswerCheck.promised(answer(202, body))).isEmpty();
        }
        assertThat(AnswerCheck.promised(answer(503, TAKEN))).isEmpty();
    }

    @Test
    void findsASecretThatIsGivenAway() {
        assertThat(flaw(Expectation.SECRET, answer(200, "{}"))).contains("given away: 200");
        assertThat(flaw(Expectation.SECRET, answer(206, ""))).isPresent();
        assertThat(flaw(Expectation.SECRET, answer(404, ""))).isEmpty();
        assertThat(flaw(Expectation.SECRET, answer(302, ""))).isEmpty();
    }

    @Test
    void findsAHangAndAClosedConnection() {
        assertThat(flaw(Expectation.NOT_HTTP, WireAnswer.none(Failure.TIMEOUT))).contains("no answer in time");
        assertThat(flaw(Expectation.ANY, WireAnswer.none(Failure.CLOSED))).isPresent();
        assertThat(flaw(Expectation.NOT_HTTP, WireAnswer.none(Failure.CLOSED))).isEmpty();
    }

    private static Optional<String> flaw(Expectation expected, WireAnswer answer) {
        return AnswerCheck.flaw(expected, "POST", answer);
    }

    private static WireAnswer answer(int status, String body) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        return new WireAnswer(status, Map.of("content-type", type), bytes(body), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
