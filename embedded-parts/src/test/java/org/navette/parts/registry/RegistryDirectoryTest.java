package org.navette.parts.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void whatAFirstStartLeftUnfinishedIsGoneAtTheNext() throws IOException {
        RegistryDirectory.prepare(directory);
        Path half = Files.createFile(directory.resolve("registry.mv.db"));

        RegistryDirectory.prepare(directory);

        assertThat(half).doesNotExist();
    }

    @Test
    void whatAnsweredOnceIsKept() throws IOException {
        RegistryDirectory first = RegistryDirectory.prepare(directory);
        Path made = Files.createFile(directory.resolve("registry.mv.db"));
        first.finished();

        RegistryDirectory.prepare(directory);

        assertThat(made).exists();
    }

    @Test
    void whatIsThereWithoutAMarkIsKept() throws IOException {
        Path older = Files.createFile(directory.resolve("registry.mv.db"));

        RegistryDirectory.prepare(directory).finished();
        RegistryDirectory.prepare(directory);

        assertThat(older).exists();
    }
}
