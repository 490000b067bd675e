package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class FuzzCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"--cases=0", "--time-limit=0", "--settle-limit=-1"})
    void refusesToThrowNothing(String option) {
        var told = new StringWriter();
        var command = new CommandLine(new FuzzCommand()).setErr(new PrintWriter(told));
        assertThat(command.execute(option)).isEqualTo(ExitCode.USAGE);
        assertThat(told.toString()).contains("has to be 1 or more");
    }
}
