package org.navette.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.navette.drill.load.Answer.Meaning;

class AnswerReaderTest {

    @Test
    void takesAnAcknowledgementForAYes() {
        var answer = AnswerReader.of(202, "{\"number\":\"N\",\"status\":\"accepted\"}");
        assertThat(answer.meaning()).isEqualTo(Meaning.YES);
        assertThat(answer.number()).isEqualTo("N");
    }

    @Test
    void takesAnUnconfirmedTicketForUnknown() {
        assertThat(AnswerReader.of(503, "{\"code\":\"unconfirmed\",\"number\":\"N\"}"))
                .isEqualTo(new Answer(Meaning.UNKNOWN, 503, "unconfirmed", "N"));
    }

    @Test
    void takesOverloadForANo() {
        assertThat(AnswerReader.of(503, "{\"code\":\"overloaded\"}").meaning()).isEqualTo(Meaning.NO);
    }

    @Test
    void takesAServersOwnFaultForStrange() {
        assertThat(AnswerReader.of(500, "{\"code\":\"internal\"}").meaning()).isEqualTo(Meaning.STRANGE);
        assertThat(AnswerReader.of(202, "not JSON").meaning()).isEqualTo(Meaning.STRANGE);
    }

    @Test
    void knowsWhatNeverLeft() {
        assertThat(AnswerReader.of(new CompletionException(new ConnectException()))
                        .meaning())
                .isEqualTo(Meaning.NO);
        assertThat(AnswerReader.of(new HttpTimeoutException("late")).meaning()).isEqualTo(Meaning.UNKNOWN);
    }
}
