package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path directory;

    @Test
    void tellsItsLastLines() throws Exception {
        var log = Files.writeString(directory.resolve("a.log"), "one\ntwo\nthree\n");

        assertThat(new LogFile(log).lastLines(2).lines()).containsExactly("two", "three");
    }

    @Test
    void aLargeOneIsPutAsideAndEmptied() throws Exception {
        var log = directory.resolve("a.log");
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(LogFile.MAX_BYTES + 1);
        }

        new LogFile(log).bound();

        assertThat(log).isEmptyFile();
        assertThat(directory.resolve("a.log.1")).hasSize(LogFile.MAX_BYTES + 1);
    }
}
