package org.navette.parts.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How one broker on one machine differs from Kafka's defaults, which are made for a cluster. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private BrokerSettings() {}

    static Properties of(Path dataDirectory, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(identity(dataDirectory, port, controllerPort));
        settings.putAll(SINGLE_NODE);
        settings.putAll(SMALL);
        settings.putAll(RESTARTS);
        return settings;
    }

    private static Map<String, String> identity(Path dataDirectory, int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                // Fixed voters are read from here at each start, so that the controller's port may change.
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "log.dirs",
                dataDirectory.toString(),
                "auto.create.topics.enable",
                "false");
    }

    private static final Map<String, String> SINGLE_NODE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.num.partitions", "1",
            "num.network.threads", "2",
            "num.io.threads", "4",
            // 128 MB by default, which the heap of a small broker does not have.
            "log.cleaner.dedupe.buffer.size", "16777216",
            // The mapped indexes of some hundred partitions; sparse, but counted by containers.
            "log.index.size.max.bytes", "2097152");

    private static final Map<String, String> RESTARTS = Map.of(
            // After a kill -9 the controller waits for the old registration to expire: 9 s by default.
            "broker.session.timeout.ms",
            "6000",
            "broker.heartbeat.interval.ms",
            "500",
            "num.recovery.threads.per.data.dir",
            "2",
            // A week by default: a router that was away for longer would read everything once more.
            "offsets.retention.minutes",
            "129600",
            // 100 MB by default, of which nothing is compacted before it is full. All that is there is read at each
            // start;
            // where that takes as long as the registration, offsets stay pending for ever (docs/reliability.md).
            "offsets.topic.segment.bytes",
            "1048576");
}
