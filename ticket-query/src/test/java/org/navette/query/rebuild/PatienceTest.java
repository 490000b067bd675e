package org.navette.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final StringWriter said = new StringWriter();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean lost;
    private final Patience patience =
            new Patience(this::check, Duration.ofMillis(1), new Report(new PrintWriter(said)));

    private void check() {
        if (lost) {
            throw new RefusedException("another command has taken over");
        }
    }

    @Test
    void theBrokerIsAskedUntilItAnswersAndThatIsToldOnce() {
        assertThat(patience.ask(this::answerAtTheThirdTime)).isEqualTo(3);
        assertThat(said.toString().lines()).containsExactly("  waits and tries again: no answer");
    }

    @Test
    void anAnswerThatIsNotEnoughIsAskedForAgain() {
        assertThat(patience.askUntil(answer -> answer == 7, asked::incrementAndGet))
                .isEqualTo(7);
    }

    @Test
    void anAnswerThatIsNeverEnoughIsTakenInTheEnd() {
        assertThat(patience.askUntil(answer -> false, asked::incrementAndGet)).isEqualTo(10);
    }

    @Test
    void nobodyWaitsWithoutTheRight() {
        lost = true;

        assertThatThrownBy(() -> patience.ask(this::answerAtTheThirdTime)).isInstanceOf(RefusedException.class);
        assertThat(asked).hasValue(1);
    }

    private int answerAtTheThirdTime() {
        if (asked.incrementAndGet() < 3) {
            throw new TimeoutException("no answer");
        }
        return asked.get();
    }
}
