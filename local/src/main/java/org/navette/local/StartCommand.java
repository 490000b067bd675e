package org.navette.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.navette.parts.Distribution;
import org.navette.parts.registry.RegistryApi;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, looks after it, and stops it at Ctrl-C. */
@Command(
        name = "start",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Starts the whole pipeline on this machine; Ctrl-C stops it, the data stay.",
        footer = {
            "",
            "A variable that names a part which runs elsewhere keeps it from being started here:",
            "KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL, MONGODB_URI, SMTP_HOST (and SMTP_PORT).",
            "Without MONGODB_URI the database is the mongod on the PATH, else an embedded one."
        })
final class StartCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(
            names = "--data-dir",
            defaultValue = "data",
            paramLabel = "DIR",
            description = "where everything keeps its data and logs (default: ./${DEFAULT-VALUE})")
    Path dataDirectory;

    @Option(
            names = "--demo-data",
            negatable = true,
            description = "load the demo reference data at the first start (default: yes, unless the broker is yours)")
    Boolean demoData;

    @Option(
            names = "--java-options",
            paramLabel = "NAME=OPTIONS",
            description = "for one program, such as ticket-router=-Xmx1g; may be repeated")
    Map<String, String> javaOptions = new HashMap<>();

    @ArgGroup(validate = false, heading = "%nPorts, all on 127.0.0.1:%n")
    PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws Exception {
        try (var data = DataDirectory.open(dataDirectory)) {
            return run(data, spec.commandLine().getOut());
        }
    }

    private int run(DataDirectory data, PrintWriter out) throws IOException, InterruptedException {
        var externals = new Externals(System.getenv());
        var distribution = Distribution.own();
        var options = new JavaOptions(javaOptions);
        var began = Instant.now();
        var supervisor = new Supervisor(
                new Launcher(System.getenv().getOrDefault("PATH", "")), new PidFiles(data.runDirectory()), out);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop-all"));
        out.println("Navette on this machine, data and logs in " + data.root());
        supervisor.stopLeftovers();
        Port.requireFree(ports.used(externals));
        supervisor.start(new PartPrograms(distribution, data, ports, externals, options).programs());
        if (!externals.registry()) {
            RegistryApi.onPort(ports.registry).requireFullTransitiveCompatibility();
        }
        out.print(new Choices(externals).text());
        out.flush();
        supervisor.start(new ServicePrograms(distribution, data, ports, externals, options).programs());
        if (demoData == null ? !externals.broker() : demoData) {
            new ReferenceData(distribution, data, ports.intake, externals.bootstrapServers(ports.broker)).loadOnce(out);
        }
        out.printf(
                "Ready after %.1f s.%n", Duration.between(began, Instant.now()).toMillis() / 1000.0);
        out.println(new WhereToLook(distribution, ports, externals).text());
        out.flush();
        supervisor.watch();
        return 0;
    }
}
