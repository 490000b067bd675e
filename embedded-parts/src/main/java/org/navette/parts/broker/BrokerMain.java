package org.navette.parts.broker;

import java.nio.file.Path;

/** The broker as a process of its own: {@code DATA_DIRECTORY PORT CONTROLLER_PORT}; stops at SIGTERM. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) {
        var broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
        broker.awaitShutdown();
    }
}
