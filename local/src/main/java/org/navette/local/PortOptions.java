package org.navette.local;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The ports, all on the loopback address. */
final class PortOptions {

    @Option(
            names = "--intake-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "ticket-intake (default: ${DEFAULT-VALUE})")
    int intake;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "ticket-query (default: ${DEFAULT-VALUE})")
    int query;

    @Option(
            names = "--router-port",
            paramLabel = "PORT",
            defaultValue = "8083",
            description = "ticket-router (default: ${DEFAULT-VALUE})")
    int router;

    @Option(
            names = "--notifier-port",
            paramLabel = "PORT",
            defaultValue = "8084",
            description = "ticket-notifier (default: ${DEFAULT-VALUE})")
    int notifier;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka broker (default: ${DEFAULT-VALUE})")
    int broker;

    @Option(
            names = "--controller-port",
            paramLabel = "PORT",
            defaultValue = "9093",
            description = "the broker's own controller (default: ${DEFAULT-VALUE})")
    int controller;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "schema registry (default: ${DEFAULT-VALUE})")
    int registry;

    @Option(
            names = "--database-port",
            paramLabel = "PORT",
            defaultValue = "27017",
            description = "database (default: ${DEFAULT-VALUE})")
    int database;

    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            defaultValue = "1025",
            description = "mail server (default: ${DEFAULT-VALUE})")
    int smtp;

    @Option(
            names = "--mails-port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description = "the mails in the browser (default: ${DEFAULT-VALUE})")
    int mails;

    /** Those that this run listens on. */
    List<Port> used(Externals externals) {
        return Stream.of(
                        externals.broker() ? List.<Port>of() : brokerPorts(),
                        externals.registry()
                                ? List.<Port>of()
                                : List.of(new Port(registry, "the schema registry", "--registry-port")),
                        externals.database()
                                ? List.<Port>of()
                                : List.of(new Port(database, "the database", "--database-port")),
                        externals.smtp() ? List.<Port>of() : mailPorts(),
                        servicePorts())
                .flatMap(List::stream)
                .toList();
    }

    private List<Port> brokerPorts() {
        return List.of(
                new Port(broker, "the Kafka broker", "--broker-port"),
                new Port(controller, "the broker's controller", "--controller-port"));
    }

    private List<Port> mailPorts() {
        return List.of(
                new Port(smtp, "the mail server", "--smtp-port"),
                new Port(mails, "the mails in the browser", "--mails-port"));
    }

    private List<Port> servicePorts() {
        return List.of(
                new Port(intake, "ticket-intake", "--intake-port"),
                new Port(router, "ticket-router", "--router-port"),
                new Port(notifier, "ticket-notifier", "--notifier-port"),
                new Port(query, "ticket-query", "--query-port"));
    }
}
