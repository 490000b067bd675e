package org.navette.query.consumption;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.navette.query.QuerySettings;
import org.navette.query.store.Projections;
import org.navette.query.store.ReadModels;
import org.navette.schemas.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the consumers from the service's start to its end. A batch that was begun is finished. */
@Component
class Consumption implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
    private static final long STOP_SECONDS = 15;

    private final Consumers consumers;
    private final Broker broker;
    private final ReadModels models;
    private final Projections projections;
    private final DeadLetters deadLetters;
    private final ConsumptionState state;
    private final ConsumptionMetrics metrics;
    private final QuerySettings settings;
    private final List<Runner> runners = new ArrayList<>();

    Consumption(
            Consumers consumers,
            Broker broker,
            ReadModels models,
            Projections projections,
            DeadLetters deadLetters,
            ConsumptionState state,
            ConsumptionMetrics metrics,
            QuerySettings settings) {
        this.consumers = consumers;
        this.broker = broker;
        this.models = models;
        this.projections = projections;
        this.deadLetters = deadLetters;
        this.state = state;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        for (int i = 0; i < settings.concurrency(); i++) {
            Runner runner = new Runner("consumer-" + i);
            runners.add(runner);
            runner.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        runners.forEach(Runner::end);
        runners.forEach(Runner::join);
        runners.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !runners.isEmpty();
    }

    private final class Runner {
        private final String name;
        private final Thread thread;
        private final CountDownLatch ended = new CountDownLatch(1);

        Runner(String name) {
            this.name = name;
            this.thread = new Thread(this::run, name);
        }

        private void run() {
            while (goesOn()) {
                try {
                    consume();
                } catch (KafkaException e) {
                    state.trouble(name, String.valueOf(e.getMessage()));
                    pause();
                } catch (RuntimeException | Error e) {
                    // An error, too: a service that has lost its consumers looks well, and shows nothing new.
                    state.trouble(name, String.valueOf(e));
                    LOG.error("{} failed and is made anew", name, e);
                    pause();
                }
            }
        }

        private void consume() {
            broker.createTopics();
            Consumer<byte[], byte[]> consumer = consumers.create(name);
            try (RecordReader reader = new RecordReader(new WireFormat(settings.schemaRegistryUrl(), false))) {
                Target target = new Target(models, projections, consumer, state, settings.brokerTimeout());
                new Worker(name, consumer, reader, target, deadLetters, state, metrics, settings).run(this::goesOn);
            } finally {
                consumer.close(CloseOptions.timeout(settings.brokerTimeout()));
            }
        }

        private boolean goesOn() {
            return ended.getCount() > 0;
        }

        private void pause() {
            try {
                ended.await(settings.retryInterval().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                ended.countDown();
            }
        }

        void end() {
            ended.countDown();
        }

        void join() {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
