package org.navette.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where everything keeps its data; one run at a time. */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws Refusal if it can't be written, or another run uses it */
    static DataDirectory open(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            Files.delete(Files.createTempFile(root, "probe", ""));
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new Refusal(
                    "The data directory %s can't be written (%s): choose another with --data-dir.".formatted(root, e));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var owner = root.resolve("run/owner");
        var channel =
                FileChannel.open(owner, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            var pid = Files.readString(owner).strip();
            channel.close();
            throw new Refusal(
                    "Navette already runs on %s (process %s): stop that one first, or choose another with --data-dir."
                            .formatted(root, pid));
        }
        channel.truncate(0);
        var pid = String.valueOf(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    Path root() {
        return root;
    }

    /** Of a part; created if it is missing. */
    Path of(String part) {
        try {
            return Files.createDirectories(root.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    Path runDirectory() {
        return root.resolve("run");
    }

    /** The lock goes with it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
