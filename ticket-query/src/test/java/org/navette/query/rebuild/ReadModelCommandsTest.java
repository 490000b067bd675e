package org.navette.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadModelCommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"rebuild-read-model", "compare-read-models"})
    void eachTellsItsOptions(String command) {
        assertThat(ReadModelCommands.knows(command)).isTrue();
        Commands.Ended help = Commands.run(List.of(), command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.said()).contains("--threads");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(Commands.run(List.of(), "rebuild-read-model", "--fast").exitCode())
                .isEqualTo(2);
        assertThat(Commands.run(List.of(), "rebuild-read-model", "--threads", "0")
                        .said())
                .contains("from 1 to 64");
        assertThat(ReadModelCommands.knows("--server.port=0")).isFalse();
    }
}
