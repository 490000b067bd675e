package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... words) {
        return LocalMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void helpListsThePortsAndTheDataDirectory() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("--data-dir", "--intake-port", "8080", "--smtp-port", "MONGODB_URI");
    }

    @Test
    void anUnknownOptionEndsWithTwo() {
        assertThat(execute("--no-such-option")).isEqualTo(2);
    }

    @Test
    void aDirectoryThatCannotBeWrittenEndsWithTwoAndALine(@TempDir Path directory) throws Exception {
        var file = Files.createFile(directory.resolve("file"));

        assertThat(execute("--data-dir", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }
}
