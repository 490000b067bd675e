package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Asks the broker every few seconds whether it is there, for readiness. */
public final class BrokerWatch implements SmartLifecycle {

    private static final long EVERY_SECONDS = 2;

    private final KafkaClients clients;
    private volatile @Nullable String cause = "not asked yet";
    private volatile @Nullable ScheduledExecutorService schedule;
    private @Nullable Admin asking;

    BrokerWatch(KafkaClients clients) {
        this.clients = clients;
    }

    /** Why it can't be reached; null where it can. */
    public @Nullable String cause() {
        return cause;
    }

    @Override
    public void start() {
        Admin admin = clients.admin();
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-watch"));
        started.scheduleWithFixedDelay(() -> ask(admin), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        schedule = started;
        asking = admin;
    }

    @Override
    public void stop() {
        ScheduledExecutorService started = schedule;
        if (started != null) {
            started.shutdownNow();
            schedule = null;
            Objects.requireNonNull(asking).close(Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }

    private void ask(Admin admin) {
        try {
            admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS);
            cause = null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            cause = e.getCause().getClass().getSimpleName();
        } catch (TimeoutException e) {
            cause = "no answer";
        }
    }
}
