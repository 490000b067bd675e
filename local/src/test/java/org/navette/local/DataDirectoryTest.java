package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void isCreated() throws Exception {
        try (var data = DataDirectory.open(parent.resolve("a/b"))) {
            assertThat(data.of("broker")).isDirectory().isEqualTo(parent.resolve("a/b/broker"));
        }
    }

    @Test
    void oneThatCannotBeWrittenIsRefusedByNameAndOption() throws Exception {
        var file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(file.resolve("data").toString(), "--data-dir");
    }

    @Test
    void canBeOpenedAgainAfterItWasClosed() throws Exception {
        DataDirectory.open(parent).close();

        try (var again = DataDirectory.open(parent)) {
            assertThat(again.root()).isEqualTo(parent);
        }
    }
}
