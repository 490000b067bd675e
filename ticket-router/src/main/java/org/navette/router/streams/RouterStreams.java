package org.navette.router.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the topology as soon as its surroundings are there, and replaces threads that die. */
final class RouterStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RouterStreams.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A replaced thread needs some seconds until it shows whether it fails again. */
    private static final Duration FAILING = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final IntFunction<Topology> topology;
    private final Properties settings;
    private final Duration closeTimeout;
    private final MeterRegistry meters;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable KafkaStreams streams;
    private volatile long lastFailureNanos = System.nanoTime() - FAILING.toNanos();
    private volatile @Nullable Thread starter;

    /** @param topology for so many partitions */
    RouterStreams(
            Surroundings surroundings,
            IntFunction<Topology> topology,
            Properties settings,
            Duration closeTimeout,
            MeterRegistry meters) {
        this.surroundings = surroundings;
        this.topology = topology;
        this.settings = settings;
        this.closeTimeout = closeTimeout;
        this.meters = meters;
    }

    /** Empty until the broker and the registry were there. */
    Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /** Whether threads die, and are replaced only to die again. */
    boolean isFailing() {
        return System.nanoTime() - lastFailureNanos < FAILING.toNanos();
    }

    /** Whether threads have died that nothing replaces any more: making the new one failed. */
    boolean lacksThreads() {
        int wanted = Integer.parseInt(
                settings.get(StreamsConfig.NUM_STREAM_THREADS_CONFIG).toString());
        return stopped.getCount() > 0
                && !isFailing()
                && streams()
                        .filter(running -> running.metadataForLocalThreads().size() < wanted)
                        .isPresent();
    }

    @Override
    public void start() {
        starter = new Thread(this::startWhenReady, "router-start");
        starter.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            if (starter != null) {
                starter.interrupt();
                starter.join(closeTimeout.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Leaves the group, so that the next start or the other instances need not wait for a time-out.
        streams()
                .ifPresent(running -> running.close(CloseOptions.timeout(closeTimeout)
                        .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
    }

    @Override
    public boolean isRunning() {
        return starter != null && stopped.getCount() > 0;
    }

    private void startWhenReady() {
        try {
            String lastFailure = "";
            while (stopped.getCount() > 0) {
                try {
                    run(surroundings.prepare());
                    return;
                } catch (IOException | RuntimeException e) {
                    lastFailure = warnOnce(lastFailure, e);
                    stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int partitions) {
        KafkaStreams made = new KafkaStreams(topology.apply(partitions), settings);
        made.setUncaughtExceptionHandler(this::replaceAfterPause);
        try {
            made.start();
            new KafkaStreamsMetrics(made).bindTo(meters);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        streams = made;
    }

    private StreamThreadExceptionResponse replaceAfterPause(Throwable failure) {
        lastFailureNanos = System.nanoTime();
        LOG.error("A stream thread failed and is replaced; its records are done again", failure);
        try {
            stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static String warnOnce(String last, Exception failure) {
        String message = failure.toString();
        if (!message.equals(last)) {
            LOG.warn("Not started yet, trying again: {}", message);
        }
        return message;
    }
}
