package org.navette.parts.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.navette.parts.FreePort;

/**
 * A Kafka broker and its controller in this JVM, on the loopback address, with its data in a directory.
 *
 * <p>A directory that holds data of an earlier run is used again as it is, also after a kill -9.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Returns when the broker answers.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedBroker start(Path dataDirectory, int port) {
        return start(dataDirectory, port, 0);
    }

    /**
     * Returns when the broker answers.
     *
     * @param port 0 for a free one
     * @param controllerPort 0 for a free one
     */
    public static EmbeddedBroker start(Path dataDirectory, int port, int controllerPort) {
        var brokerPort = FreePort.orFree(port);
        format(dataDirectory);
        var settings = BrokerSettings.of(dataDirectory, brokerPort, FreePort.orFree(controllerPort));
        var server = new KafkaRaftServer(config(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, "127.0.0.1:" + brokerPort);
    }

    private static KafkaConfig config(Properties settings) {
        return new KafkaConfig(settings, false);
    }

    private static void format(Path dataDirectory) {
        if (Files.exists(dataDirectory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                    .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setDirectories(List.of(dataDirectory.toString()))
                    .setMetadataLogDirectory(dataDirectory.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("the broker's directory can't be formatted: " + dataDirectory, e);
        }
    }

    /** For {@code bootstrap.servers}: one {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Blocks until {@link #close} was called, by whichever thread. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
