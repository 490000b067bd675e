package org.navette.examples.load;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the parts of the pipeline are: by default those of the local run. */
final class Where {

    @Option(
            names = "--intake",
            defaultValue = "${env:INTAKE_URL:-http://localhost:8080}",
            description = "default: ${DEFAULT-VALUE}")
    URI intake;

    @Option(
            names = "--query",
            defaultValue = "${env:QUERY_URL:-http://localhost:8082}",
            description = "default: ${DEFAULT-VALUE}")
    URI query;

    @Option(
            names = "--kafka",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "default: ${DEFAULT-VALUE}")
    String kafka;

    @Option(
            names = "--registry",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://localhost:8081/apis/ccompat/v7}",
            // Not what is in force: the variable may hold a password.
            description = "default: SCHEMA_REGISTRY_URL, else that of the local run")
    String registry;

    @Option(
            names = "--mails",
            defaultValue = "http://localhost:8025",
            description =
                    "the demo mail server's pages; \"none\" counts by mail-deliveries alone (default: ${DEFAULT-VALUE})")
    String mails;

    boolean readsMails() {
        return !mails.equals("none");
    }
}
