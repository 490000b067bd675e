package org.navette.query.operation;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.navette.query.QuerySettings;
import org.navette.query.consumption.Broker;
import org.springframework.stereotype.Component;

/**
 * Asks the database and the broker every second whether they are there, so that health is answered at once and nobody
 * who asks for it holds a connection.
 */
@Component
class Probe implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 1_000;
    private static final int PARTS = 3;

    private final MongoClient client;
    private final String databaseName;
    private final Broker brokerItself;
    private final Lag lag;
    private final Contact database = new Contact();
    private final Contact broker = new Contact();
    private final Contact both = new Contact();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(PARTS, Probe::daemon);
    private volatile double lastLag;

    Probe(MongoClient client, Broker broker, QuerySettings settings, Lag lag, MeterRegistry registry) {
        this.client = client;
        this.brokerItself = broker;
        this.databaseName = settings.database();
        this.lag = lag;
        Gauge.builder("navette.projection.lag", this, Probe::lag)
                .description("Offsets in the log that are not yet in the read model, over all partitions")
                .register(registry);
        timer.scheduleWithFixedDelay(this::askDatabase, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::askBroker, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::askBoth, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    }

    private void askDatabase() {
        database.ask(() -> client.getDatabase(databaseName).runCommand(new BsonDocument("ping", new BsonInt32(1))));
    }

    private void askBroker() {
        broker.ask(brokerItself::logEnds);
    }

    private void askBoth() {
        both.ask(() -> lastLag = lag.ask().lag());
    }

    private double lag() {
        return both.failure() == null ? lastLag : Double.NaN;
    }

    Contact database() {
        return database;
    }

    Contact broker() {
        return broker;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
