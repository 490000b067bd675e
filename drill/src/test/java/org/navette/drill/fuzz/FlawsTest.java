package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FlawsTest {

    private final Flaws flaws = new Flaws();

    @Test
    void tellWhatWasFoundBeforeAStepBrokeOff() {
        flaws.attempt("the first", () -> flaws.add(Flaw.of("logs", "a bad line", "the line")));
        flaws.attempt("the second", () -> {
            throw new IOException("the registry is away");
        });
        flaws.attempt("the third", () -> {
            throw new OutOfMemoryError("no more");
        });

        var printed = new StringWriter();
        flaws.print(new PrintWriter(printed));
        assertThat(printed.toString())
                .contains(
                        "a bad line",
                        "the second broke off: IOException",
                        "the registry is away",
                        "the third broke off: OutOfMemoryError");
    }

    @Test
    void areNoneWhereAllStepsComeToTheirEnd() {
        flaws.attempt("the first", () -> {});
        assertThat(flaws.isEmpty()).isTrue();
    }
}
