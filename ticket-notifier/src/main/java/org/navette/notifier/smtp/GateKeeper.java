package org.navette.notifier.smtp;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.progress.Backoff;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the mail server from time to time whether it is there: opens the gate when it is back, and closes it before the
 * next mail finds out, so that readiness tells the truth on a quiet day too.
 */
final class GateKeeper implements SmartLifecycle {

    private static final Duration WHILE_OPEN = Duration.ofSeconds(5);
    private static final Backoff WHILE_CLOSED = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private final Gate gate;
    private final MailServer server;
    private @Nullable Thread thread;

    GateKeeper(Gate gate, MailServer server) {
        this.gate = gate;
        this.server = server;
    }

    @Override
    public synchronized void start() {
        thread = new Thread(this::watch, "mail-server-watch");
        thread.start();
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void watch() {
        try {
            while (true) {
                if (gate.awaitClosed(WHILE_OPEN.toNanos())) {
                    Thread.sleep(WHILE_CLOSED.after(gate.failures()).toMillis());
                    ask(gate::open, gate::stillAway);
                } else {
                    ask(gate::works, gate::close);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Runnable there, Consumer<String> away) {
        try (MailConnection connection = server.probe()) {
            String cause = connection.probe();
            if (cause == null) {
                there.run();
            } else {
                away.accept(cause);
            }
        } catch (RuntimeException | Error e) {
            // Without this thread a gate that is closed would stay so for ever.
            away.accept(e.getClass().getSimpleName());
        }
    }
}
