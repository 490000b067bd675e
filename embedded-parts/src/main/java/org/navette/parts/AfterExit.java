package org.navette.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is done once this JVM is gone, however it went: a shell reads a pipe of ours, which ends with us, also by
 * kill -9. A shutdown hook would also run too early, beside those of the tests' applications that still use the parts.
 * Does nothing where there is no {@code /bin/sh}.
 */
final class AfterExit implements AutoCloseable {

    private static final Path SHELL = Path.of("/bin/sh");

    private final @Nullable Process shell;

    private AfterExit(@Nullable Process shell) {
        this.shell = shell;
    }

    static AfterExit kill(long pid) {
        return run("kill -9 \"$1\"", String.valueOf(pid));
    }

    static AfterExit delete(Path directory) {
        return run("rm -rf \"$1\"", directory.toAbsolutePath().toString());
    }

    private static AfterExit run(String command, String argument) {
        if (!Files.isExecutable(SHELL)) {
            return new AfterExit(null);
        }
        try {
            // Ctrl-C reaches it too, and must not end it before its work.
            var script = "trap '' INT; cat >/dev/null; " + command;
            return new AfterExit(new ProcessBuilder(SHELL.toString(), "-c", script, "after-exit", argument)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work is no longer wanted. */
    @Override
    public void close() {
        if (shell != null) {
            // The shell first: it would take the end of cat for ours, and kill a process that bears the number by now.
            var children = shell.descendants().toList();
            shell.destroyForcibly().onExit().join();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
