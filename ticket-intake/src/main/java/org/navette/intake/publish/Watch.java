package org.navette.intake.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes ready what publishing needs (topics, their partitions, schemas) as soon as the broker and the registry are there,
 * and goes on looking whether the broker is, so that the service may start before them and the probes tell the truth.
 */
public final class Watch implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

    private final Admin admin;
    private final List<Topic> needed;
    private final int partitions;
    private final List<Publisher> publishers;
    private final Topic[] written;
    private final Values values;

    private volatile boolean running;
    private volatile boolean topicsExist;
    private volatile boolean brokerThere;
    private volatile boolean schemasKnown;
    private boolean registryComplained;
    private volatile Thread thread = new Thread(this);

    /** @param partitions of topics, where there are none yet */
    Watch(
            Admin admin,
            List<Topic> needed,
            int partitions,
            List<Publisher> publishers,
            List<Topic> written,
            Values values) {
        this.admin = admin;
        this.needed = needed;
        this.partitions = partitions;
        this.publishers = publishers;
        this.written = written.toArray(Topic[]::new);
        this.values = values;
    }

    /** Whether the broker answered at the last look and the topics are there. */
    public boolean brokerThere() {
        return brokerThere;
    }

    /** Whether every schema that intake writes has its id. */
    public boolean schemasKnown() {
        return schemasKnown;
    }

    @Override
    public void run() {
        try {
            while (running) {
                lookAtBroker();
                lookAtRegistry();
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtBroker() throws InterruptedException {
        try {
            if (!topicsExist) {
                MissingTopics.create(admin, needed, partitions);
                topicsExist = true;
            }
            publishers.forEach(publisher -> publisher.connect(written));
            admin.describeCluster().nodes().get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            tell(true, "");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            tell(false, String.valueOf(e.getMessage()));
        }
    }

    private void tell(boolean there, String reason) {
        if (there != brokerThere) {
            brokerThere = there;
            if (there) {
                LOG.info("The broker is there");
            } else {
                LOG.warn("The broker is away: {}", reason);
            }
        }
    }

    private void lookAtRegistry() {
        if (schemasKnown) {
            return;
        }
        try {
            for (SpecificRecord sample : Samples.ALL) {
                values.learn(sample);
            }
            schemasKnown = true;
            LOG.info("The schemas are known");
        } catch (KafkaException e) {
            if (!registryComplained) {
                registryComplained = true;
                LOG.warn("The registry does not give the schemas' ids yet: {}", String.valueOf(e.getCause()));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this, "watch");
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
