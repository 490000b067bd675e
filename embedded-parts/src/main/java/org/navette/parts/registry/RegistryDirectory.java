package org.navette.parts.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.navette.parts.Directories;

/**
 * Where a registry keeps its schemas. It makes its tables in several steps, and one that was stopped between them never
 * starts again. So a mark stands in a directory from before its first start until it answered once: with the mark there,
 * nobody was told that a schema is kept, and all of it can go.
 */
public final class RegistryDirectory {

    private final Path directory;
    private final Path unfinished;

    private RegistryDirectory(Path directory) {
        this.directory = directory;
        this.unfinished = directory.resolve("unfinished");
    }

    /** Ready for a start; what a first start has left unfinished is gone. */
    public static RegistryDirectory prepare(Path path) {
        var prepared = new RegistryDirectory(path);
        try {
            if (Files.exists(prepared.unfinished)) {
                Directories.delete(path);
            }
            Files.createDirectories(path);
            if (isEmpty(path)) {
                Files.createFile(prepared.unfinished);
            }
            return prepared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    public Path path() {
        return directory;
    }

    /** To be called when the registry answers, before anybody registers a schema. */
    public void finished() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
