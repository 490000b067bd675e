package org.navette.intake.idempotency;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes on looking whether the database answers, for the probes. */
public final class DatabaseWatch implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Reservations reservations;
    private volatile boolean running;
    private volatile boolean there;
    private volatile boolean prepared;
    private volatile Thread thread = new Thread(this);

    DatabaseWatch(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Whether the database answered at the last look. */
    public boolean databaseThere() {
        return there;
    }

    @Override
    public void run() {
        try {
            while (running) {
                look();
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        boolean before = there;
        try {
            reservations.touch(!prepared);
            prepared = true;
            there = true;
        } catch (MongoException e) {
            there = false;
            if (before) {
                LOG.warn("The database is away; requests with an Idempotency-Key are answered 503: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this, "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
