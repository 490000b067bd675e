package org.navette.clock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the process when the machine's clock is set back, for whoever runs it to start it again.
 *
 * <p>Kafka's clients count their time-outs by that clock and never let them go back: they send no heartbeat, and don't
 * connect anew, until the clock has reached again what it once was. A clock that is set ahead does them no harm.
 */
final class ClockWatch implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** For so long the clients may stand still. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    /** EX_TEMPFAIL of sysexits.h: another try will do. */
    private static final int EXIT_CODE = 75;

    private final SetBack clock = new SetBack();

    private volatile Thread thread = new Thread(this);

    @Override
    public void run() {
        try {
            while (true) {
                Duration back = clock.look(System.currentTimeMillis(), System.nanoTime());
                if (back.compareTo(TOLERATED) > 0) {
                    LOG.warn("The clock was set back by {}: this process ends, to be started again", back);
                    System.exit(EXIT_CODE);
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = new Thread(this, "clock-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        // The exit itself waits for all to stop, on that very thread.
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
