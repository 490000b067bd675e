package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file system of its own in a file, so that it can be filled without filling the machine's. It is let go with this
 * program, however that ends.
 */
public final class SmallDisk implements AutoCloseable {

    /** The file is sparse: it takes no more than is written to it. */
    private static final String SIZE = "16G";

    private static final int WRITTEN_BYTES = 8 << 20;

    private final Path directory;
    private final Path reserved;
    private final Path written;
    private final Process afterExit;

    private SmallDisk(Path directory, Process afterExit) {
        this.directory = directory;
        this.reserved = directory.resolve("reserved");
        this.written = directory.resolve("written");
        this.afterExit = afterExit;
    }

    /** @return empty where this machine doesn't have it or this user may not */
    static Optional<SmallDisk> mount(Path directory) {
        var image = directory.resolveSibling(directory.getFileName() + ".img").toString();
        try {
            Files.createDirectories(directory);
            if (Shell.complaint("truncate", "-s", SIZE, image) != null
                    || Shell.complaint("mkfs.ext4", "-q", "-m", "0", image) != null
                    || Shell.complaint("mount", "-o", "loop", image, directory.toString()) != null) {
                return Optional.empty();
            }
            return Optional.of(new SmallDisk(directory, afterExit(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell that reads a pipe of ours, which ends with us, also by kill -9. */
    private static Process afterExit(Path directory) throws IOException {
        var script = "trap '' INT TERM; cat >/dev/null; umount -l \"$1\"";
        return new ProcessBuilder("/bin/sh", "-c", script, "after-exit", directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** For data, beside the files that fill it. */
    Path data() {
        return directory.resolve("data");
    }

    /** Leaves no room. */
    public void fill() {
        try {
            var free = Files.getFileStore(directory).getUsableSpace();
            // Reserved, not written; what can't be reserved to the last block is written until nothing goes.
            Shell.complaint("fallocate", "-l", String.valueOf(Math.max(1, free - WRITTEN_BYTES)), reserved.toString());
            Shell.complaint("dd", "if=/dev/zero", "of=" + written, "bs=64k");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void makeRoom() {
        try {
            Files.deleteIfExists(reserved);
            Files.deleteIfExists(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            // The end of its input is its sign to let go.
            afterExit.getOutputStream().close();
            afterExit.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
