package org.navette.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.navette.drill.stack.StackSettings;
import org.navette.parts.Distribution;
import picocli.CommandLine.Option;

/** Where the stack comes from and goes to. */
public final class StackOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "the assembled local run, or a built source tree (default: where this program is, or the working directory)")
    @Nullable
    Path home;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "for data and logs; has to be empty or missing (default: a new one among the temporary ones)")
    @Nullable
    Path directory;

    @Option(names = "--keep", description = "leaves data and logs there")
    boolean keep;

    /** @param copies of each service */
    public StackSettings settings(int copies, boolean smallDisks, @Nullable Path clockLibrary) throws IOException {
        return new StackSettings(distribution(), emptyDirectory(), copies, smallDisks, clockLibrary, keep);
    }

    private Distribution distribution() {
        return home == null ? Distribution.own() : new Distribution(home.toAbsolutePath());
    }

    private Path emptyDirectory() throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("navette-drill");
        } else if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                if (files.findAny().isPresent()) {
                    throw new IllegalArgumentException(directory + " is not empty: name another --directory");
                }
            }
        }
        return directory;
    }
}
