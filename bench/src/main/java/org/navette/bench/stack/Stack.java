package org.navette.bench.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.navette.parts.Directories;
import org.navette.parts.FreePort;
import org.navette.parts.Jvm;
import org.navette.parts.JvmMemory;

/**
 * Broker, registry, database and mail server with empty data directories, and those services that are wanted at the
 * moment. Everything is gone when it is closed, or when this program ends, however it ends.
 */
public final class Stack implements AutoCloseable {

    /** Topics of the limits. */
    public static final String HANDLER_TOPIC = "bench-handler";

    public static final String PRODUCER_TOPIC = "bench-producer";
    public static final String COPY_TOPIC = "bench-copy";
    public static final String FACT_TOPIC = "bench-facts";
    public static final String QUEUE_TOPIC = "bench-queue";

    private static final String LIMITS_PREFIX = "bench-";

    private final StackSettings settings;
    private final Path directory;
    private final Parts parts;
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Running broker;
    private final Running registry;
    private final Running database;
    private final Running mail;
    private final int smtpPort = FreePort.find();
    private final int queryPort = FreePort.find();

    private Stack(StackSettings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
        this.parts = new Parts(settings, directory);
        try {
            broker = kept(parts.broker());
            database = kept(parts.database());
            mail = kept(parts.mail(smtpPort));
            registry = kept(parts.registry());
            TopicsThere.create(
                    bootstrapServers(),
                    List.of(HANDLER_TOPIC, PRODUCER_TOPIC, COPY_TOPIC, FACT_TOPIC, QUEUE_TOPIC),
                    settings.partitions());
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
    }

    /** Returns when all parts answer. */
    public static Stack start(StackSettings settings, String name) {
        var stack = new Stack(settings, settings.directory().resolve(name));
        // After Ctrl-C too, no data of a hundred thousand tickets stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close-stack"));
        return stack;
    }

    /** Starts a service as it ships and returns when it is ready. */
    public Running start(ServiceName service) {
        return begin(service).awaitReady();
    }

    /** Starts a service as it ships and returns at once. */
    public Running begin(ServiceName service) {
        var port = service == ServiceName.QUERY ? queryPort : FreePort.find();
        return begin(service, service.artifact(), List.of(), environment(port), port);
    }

    /**
     * Starts one of several instances of a service on a processor of its own and returns at once. The parts may use all
     * processors.
     *
     * @param instance from 0; the first one finds the state that {@link #begin} left
     */
    public Running beginOnProcessor(ServiceName service, int instance) {
        var port = FreePort.find();
        var environment = environment(port);
        if (instance > 0) {
            environment.put("ROUTER_STATE_DIR", stateDirectory("router-" + instance));
        }
        var name = service.artifact() + "-" + (instance + 1);
        return begin(service, name, List.of("taskset", "--cpu-list", String.valueOf(instance)), environment, port);
    }

    private Running begin(
            ServiceName service, String name, List<String> prefix, Map<String, String> environment, int port) {
        var command = new ArrayList<>(prefix);
        command.addAll(Jvm.withEnvironment(
                environment, settings.distribution().service(JvmMemory.SERVICE, service.artifact())));
        return kept(parts.start(name, command, port));
    }

    /** Starts a main class of this program with a service's flags; returns at once. */
    public Running startLimit(String name, Class<?> main, List<String> arguments) {
        var port = FreePort.find();
        var command = Jvm.withEnvironment(environment(port), Jvm.main(JvmMemory.SERVICE, main, arguments.toArray()));
        return kept(parts.start(name, command, port));
    }

    /** Starts a limit that serves HTTP and returns when it listens. */
    public Running startServer(String name, Class<?> main, List<String> arguments) {
        return startLimit(name, main, arguments).awaitPort();
    }

    public void stop(Running process) {
        process.close();
        running.remove(process);
    }

    private Map<String, String> environment(int port) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", registryUrl());
        environment.put("AUTO_REGISTER_SCHEMAS", "true");
        environment.put("MONGODB_URI", mongoUri() + "/navette");
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(smtpPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("QUERY_PUBLIC_URL", "http://127.0.0.1:" + queryPort);
        environment.put("TICKET_URL", "http://127.0.0.1:" + queryPort + "/api/tickets/{number}");
        environment.put("ROUTER_STATE_DIR", stateDirectory("router"));
        return environment;
    }

    public String bootstrapServers() {
        return broker.url().getAuthority();
    }

    public String registryUrl() {
        return registry.url().toString();
    }

    /** Without a database's name. */
    public String mongoUri() {
        return "mongodb://" + database.url().getAuthority();
    }

    /** The mail server's web interface. */
    public URI mails() {
        return mail.url();
    }

    /** A directory for the state of a stream processor. */
    public String stateDirectory(String name) {
        return directory.resolve(name + "-state").toString();
    }

    /** Of all segments of all topics, the copies of the services' own state included. */
    public long logBytes() {
        return Directories.size(
                directory.resolve("broker"), file -> file.endsWith(".log") && !file.contains(LIMITS_PREFIX));
    }

    /** As the database's own statistics tell it, where they do. */
    public OptionalLong readModelBytes() {
        try (var model = ReadModel.at(mongoUri())) {
            return model.bytes();
        }
    }

    /** All of them, parts and services. */
    public List<Running> running() {
        return List.copyOf(running);
    }

    private Running kept(Running process) {
        running.add(process);
        return process;
    }

    private void stopAll() {
        // The last started first: services before the parts that they need.
        for (var i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
        running.clear();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            stopAll();
            if (!settings.keep()) {
                Directories.delete(directory);
            }
        }
    }
}
