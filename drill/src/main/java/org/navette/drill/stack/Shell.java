package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Programs of the system. */
final class Shell {

    private Shell() {}

    /** @return null where it went well, else what it said */
    static @org.jspecify.annotations.Nullable String complaint(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? null : command[0] + ": " + said;
        } catch (IOException e) {
            return command[0] + ": " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws UncheckedIOException where it does not go well */
    static void run(String... command) {
        var complaint = complaint(command);
        if (complaint != null) {
            throw new UncheckedIOException(new IOException(complaint));
        }
    }
}
