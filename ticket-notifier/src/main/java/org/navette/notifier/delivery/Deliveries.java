package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the workers: the one that polls, the one that reads outcomes, and the postmen. */
final class Deliveries implements SmartLifecycle {

    private final Workers workers;
    private final FactLoop loop;
    private final Supplier<Postman> postmen;
    private final int connections;
    private final ExecutorService reader;
    private final Producer<?, ?> producer;
    private final Duration stopTimeout;
    private volatile boolean running;

    Deliveries(
            Workers workers,
            FactLoop loop,
            Supplier<Postman> postmen,
            int connections,
            ExecutorService reader,
            Producer<?, ?> producer,
            Duration stopTimeout) {
        this.workers = workers;
        this.loop = loop;
        this.postmen = postmen;
        this.connections = connections;
        this.reader = reader;
        this.producer = producer;
        this.stopTimeout = stopTimeout;
    }

    @Override
    public void start() {
        running = true;
        workers.start("facts", loop);
        for (int i = 1; i <= connections; i++) {
            workers.start("postman-" + i, postmen.get());
        }
    }

    /** Leaves the group when the mails that are being sent are done and committed. */
    @Override
    public void stop() {
        running = false;
        loop.stop();
        try {
            // Once to let mails end, and as long again for the commit and the farewell.
            loop.awaitEnd(stopTimeout.multipliedBy(2));
            workers.interrupt();
            workers.join(stopTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.shutdownNow();
        producer.close(stopTimeout);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
