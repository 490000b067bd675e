package org.navette.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a process prints: one file and the one before it, both bounded. */
record LogFile(Path path) {

    static final long MAX_BYTES = 20L * 1024 * 1024;
    private static final int TAIL_BYTES = 16 * 1024;

    /** Copied and emptied, not renamed: the process has it open, for appending. */
    void bound() {
        try {
            if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
                Files.copy(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String lastLines(int count) {
        try (var channel = FileChannel.open(path)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            var bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(" + path + " can't be read: " + e.getMessage() + ")";
        }
    }
}
