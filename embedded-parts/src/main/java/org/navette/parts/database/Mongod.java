package org.navette.parts.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;

/** A MongoDB server of this machine, started as a child process with a data directory of ours. */
public final class Mongod implements Database {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;

    private Mongod(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where the path has it. */
    public static Optional<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command line that runs it; the directory has to be there. */
    public static List<String> command(Path program, Path dataDirectory, int port) {
        return List.of(
                program.toString(),
                "--dbpath",
                dataDirectory.toString(),
                "--port",
                String.valueOf(port),
                "--bind_ip",
                "127.0.0.1");
    }

    static Mongod start(Path program, Path dataDirectory, int port) {
        var actualPort = FreePort.orFree(port);
        var directory = dataDirectory.resolve("mongod");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var process = ChildProcess.start(command(program, directory, actualPort), dataDirectory.resolve("mongod.log"));
        var mongod = new Mongod(process, actualPort);
        try {
            mongod.awaitReady();
            return mongod;
        } catch (RuntimeException e) {
            mongod.close();
            throw e;
        }
    }

    private void awaitReady() {
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IllegalStateException("mongod did not start:\n" + process.lastLines(20));
            }
            pause();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mongod started", e);
        }
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public String description() {
        return "the mongod on the PATH";
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public void close() {
        process.close();
    }
}
