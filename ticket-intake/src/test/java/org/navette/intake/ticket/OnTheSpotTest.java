package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;

class OnTheSpotTest {

    @Test
    void whatIsThereIsAnswered() {
        assertThat(OnTheSpot.answer(CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
    }

    @Test
    void whatIsNotThereInAMomentIsLeftToTheFuture() {
        var late = new CompletableFuture<String>();

        assertThat(OnTheSpot.answer(late)).isSameAs(late);
    }

    @Test
    void aProblemIsThrownAsItIs() {
        var problem = new ProblemException(Problem.of(503, "unconfirmed"));
        CompletableFuture<String> failed =
                CompletableFuture.<String>failedFuture(problem).thenApply(String::strip);

        assertThatThrownBy(() -> OnTheSpot.answer(failed)).isSameAs(problem);
    }

    @Test
    void anInterruptedThreadAnswersNothingAndStaysInterrupted() {
        var late = new CompletableFuture<String>();
        Thread.currentThread().interrupt();

        assertThat(OnTheSpot.answer(late)).isSameAs(late);
        assertThat(Thread.interrupted()).isTrue();
    }
}
