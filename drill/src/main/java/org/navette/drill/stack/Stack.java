package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.navette.parts.Directories;
import org.navette.parts.Jvm;
import org.navette.parts.broker.BrokerMain;
import org.navette.parts.database.DatabaseMain;
import org.navette.parts.database.Mongod;
import org.navette.parts.mail.MailMain;
import org.navette.parts.registry.RegistryApi;
import org.navette.parts.registry.RegistryCommand;

/**
 * The whole pipeline with empty data directories, on ports of its own. Everything is gone when it is closed, or when
 * this program ends, however it ends.
 */
public final class Stack implements AutoCloseable {

    private final StackSettings settings;
    private final Ports ports = new Ports();
    private final Map<Part, List<Member>> members = new EnumMap<>(Part.class);
    private final Map<Part, SmallDisk> disks = new EnumMap<>(Part.class);
    private final Map<String, WrongClock> clocks = new LinkedHashMap<>();
    private final int brokerPort = ports.free();
    private final int registryPort = ports.free();
    private final int databasePort = ports.free();
    private final int smtpPort = ports.free();

    private Stack(StackSettings settings) {
        this.settings = settings;
    }

    /** Returns when all are ready. */
    public static Stack start(StackSettings settings) {
        var stack = new Stack(settings);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void start() {
        if (settings.smallDisks()) {
            for (var part : List.of(Part.BROKER, Part.DATABASE)) {
                SmallDisk.mount(directory(part.toString())).ifPresent(disk -> disks.put(part, disk));
            }
        }
        define();
        var parts = all().stream().filter(member -> !member.part().isService()).toList();
        parts.forEach(Member::start);
        parts.forEach(Member::awaitReady);
        RegistryApi.onPort(registryPort).requireFullTransitiveCompatibility();
        var services =
                all().stream().filter(member -> member.part().isService()).toList();
        services.forEach(Member::start);
        services.forEach(Member::awaitReady);
    }

    private void define() {
        var broker = Readiness.broker(brokerPort);
        add(Part.BROKER, Part.BROKER.toString(), brokerCommand(), http(brokerPort), broker);
        add(
                Part.REGISTRY,
                Part.REGISTRY.toString(),
                registryCommand(),
                http(registryPort),
                RegistryApi.onPort(registryPort)::answers);
        add(
                Part.DATABASE,
                Part.DATABASE.toString(),
                databaseCommand(),
                http(databasePort),
                Readiness.listening(databasePort));
        var mails = ports.free();
        var mail = Jvm.main(Part.MAIL.flags(), MailMain.class, directory("mail"), smtpPort, mails);
        add(Part.MAIL, Part.MAIL.toString(), mail, http(mails), Readiness.listening(mails));
        for (var copy = 1; copy <= settings.copies(); copy++) {
            for (var part : List.of(Part.INTAKE, Part.ROUTER, Part.NOTIFIER, Part.QUERY)) {
                service(part, copy);
            }
        }
    }

    private List<String> brokerCommand() {
        return Jvm.main(Part.BROKER.flags(), BrokerMain.class, data(Part.BROKER), brokerPort, ports.free());
    }

    private List<String> registryCommand() {
        return RegistryCommand.of(settings.distribution().registry(), created(directory("registry")), registryPort);
    }

    private List<String> databaseCommand() {
        return Mongod.onPath()
                .map(mongod -> Mongod.command(mongod, created(data(Part.DATABASE)), databasePort))
                .orElseGet(
                        () -> Jvm.main(Part.DATABASE.flags(), DatabaseMain.class, data(Part.DATABASE), databasePort));
    }

    private void service(Part part, int copy) {
        var port = ports.free();
        var command = settings.distribution().service(part.flags(), part.artifact());
        var name = settings.copies() == 1 ? part.toString() : part + "-" + copy;
        var ready = Readiness.http(http(port).resolve("/actuator/health/readiness"));
        add(part, name, Jvm.withEnvironment(environment(name, port), command), http(port), ready);
    }

    private Map<String, String> environment(String name, int port) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", registryUrl());
        environment.put("AUTO_REGISTER_SCHEMAS", "true");
        environment.put("MONGODB_URI", "mongodb://127.0.0.1:" + databasePort + "/navette");
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", String.valueOf(smtpPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("ROUTER_STATE_DIR", directory("state-" + name).toString());
        if (settings.clockLibrary() != null) {
            created(settings.directory());
            var clock = new WrongClock(settings.clockLibrary(), directory(name + ".clock"));
            clocks.put(name, clock);
            environment.putAll(clock.environment());
        }
        return environment;
    }

    private void add(Part part, String name, List<String> command, URI url, BooleanSupplier readiness) {
        members.computeIfAbsent(part, any -> new ArrayList<>())
                .add(new Member(part, name, command, url, readiness, directory("logs")));
    }

    private static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Path directory(String name) {
        return settings.directory().toAbsolutePath().resolve(name.replace(' ', '-'));
    }

    private Path data(Part part) {
        return disks.containsKey(part) ? disks.get(part).data() : directory(part.toString());
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }

    /** All copies of it. */
    public List<Member> members(Part part) {
        return List.copyOf(members.getOrDefault(part, List.of()));
    }

    /** In the order in which they are started. */
    public List<Member> all() {
        return members.values().stream().flatMap(List::stream).toList();
    }

    /** Empty where it has none of its own. */
    public Optional<SmallDisk> disk(Part part) {
        return Optional.ofNullable(disks.get(part));
    }

    /** Empty where it can't be set. */
    public Optional<WrongClock> clock(Member member) {
        return Optional.ofNullable(clocks.get(member.name()));
    }

    @Override
    public void close() {
        var order = new ArrayList<>(all());
        // Services before the parts that they need.
        Collections.reverse(order);
        order.forEach(Member::stop);
        disks.values().forEach(SmallDisk::close);
        if (!settings.keep()) {
            Directories.delete(settings.directory());
        }
    }
}
