package org.navette.drill.fuzz.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.http.WireAnswer;

class LinesCheckTest {

    private static final String GOOD = "{\"line\":1,\"status\":202,\"number\":\"N\"}\n";
    private static final String BAD = "{\"line\":3,\"status\":400,\"code\":\"invalid-fields\"}\n";

    @Test
    void takesAnAnswerALine() {
        assertThat(ofBulk(GOOD + BAD)).isEmpty();
        assertThat(LinesCheck.promised(answer(200, GOOD + BAD))).containsExactly("N");
    }

    @Test
    void findsALineThatIsAcceptedThoughItIsWrong() {
        assertThat(ofBulk(GOOD + "{\"line\":3,\"status\":202,\"number\":\"M\"}"))
                .contains(new LineFlaw("a line is accepted that is wrong", 3));
    }

    @Test
    void findsALineThatIsRefusedThoughNothingIsWrong() {
        assertThat(ofBulk("{\"line\":1,\"status\":400,\"code\":\"x\"}\n" + BAD))
                .contains(new LineFlaw("a line is refused, and nothing is wrong with it", 1));
    }

    @Test
    void findsALineWithoutAnAnswerAndOneTooMany() {
        assertThat(ofBulk(GOOD)).contains(new LineFlaw("a line without an answer", 3));
        assertThat(ofBulk(GOOD + "{\"line\":2,\"status\":202}\n" + BAD)).isPresent();
    }

    @Test
    void findsALineThatIsAcceptedAndPromisedNothing() {
        assertThat(ofBulk("{\"line\":1,\"status\":202}\n" + BAD))
                .contains(new LineFlaw("a line is accepted without a number", 1));
    }

    @Test
    void findsAFaultOfTheServersInALine() {
        assertThat(ofBulk(GOOD + "{\"line\":3,\"status\":500,\"code\":\"internal\"}"))
                .contains(new LineFlaw("a line is answered 500", 3));
    }

    @Test
    void findsALineThatIsPutOff() {
        var putOff = GOOD + "{\"line\":3,\"status\":503,\"code\":\"unconfirmed\"}";
        assertThat(LinesCheck.isPutOff(answer(200, putOff))).isTrue();
        assertThat(LinesCheck.isPutOff(answer(200, GOOD + BAD))).isFalse();
        assertThat(ofBulk(putOff)).contains(new LineFlaw("a line is answered 503", 3));
    }

    @Test
    void countsTheLinesOfReferenceData() {
        assertThat(ofReferenceData(BAD + "{\"accepted\":1,\"rejected\":1}")).isEmpty();
        assertThat(ofReferenceData(BAD + "{\"accepted\":2,\"rejected\":1}")).isPresent();
        assertThat(ofReferenceData("{\"accepted\":2,\"rejected\":0}"))
                .contains(new LineFlaw("a line is accepted that is wrong", 3));
        assertThat(ofReferenceData(BAD)).isPresent();
    }

    private static Optional<LineFlaw> ofBulk(String answer) {
        return LinesCheck.flaw(upload(true), answer(200, answer));
    }

    private static Optional<LineFlaw> ofReferenceData(String answer) {
        return LinesCheck.flaw(upload(false), answer(200, answer));
    }

    /** A good line, a blank one, a bad one. */
    private static Upload upload(boolean answersEach) {
        var fates = new TreeMap<>(Map.of(1L, Fate.ACCEPTED, 3L, Fate.REFUSED));
        return new Upload("lines", "/", "text/csv", new byte[0], answersEach, fates, false);
    }

    private static WireAnswer answer(int status, String text) {
        return new WireAnswer(status, Map.of(), text.getBytes(StandardCharsets.UTF_8), null);
    }
}
