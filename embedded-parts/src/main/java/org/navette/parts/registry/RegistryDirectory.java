package org.navette.parts.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            Files.createDirectories(path);
            var content = prepared.content();
            if (Files.exists(prepared.unfinished)) {
                content.forEach(Directories::delete);
            } else if (content.isEmpty()) {
                Files.createFile(prepared.unfinished);
            }
            return prepared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the mark, which goes last. */
    private List<Path> content() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> !file.equals(unfinished)).toList();
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
