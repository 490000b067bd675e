package org.navette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.navette.bench.measure.Accepting;
import org.navette.bench.measure.Bulk;
import org.navette.bench.measure.Settings;
import org.navette.bench.report.Figures;
import org.navette.bench.report.Report;
import org.navette.bench.stack.DatabaseKind;
import org.navette.bench.stack.StackSettings;
import org.navette.parts.Directories;
import org.navette.parts.Distribution;
import org.navette.parts.database.Mongod;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code navette bench}. */
@Command(
        name = "navette bench",
        sortOptions = false,
        description =
                "Measures how fast the pipeline is, and the limits beside it, on a stack of its own on free ports. "
                        + "Takes some twenty minutes a run; leave the machine alone meanwhile.")
public final class BenchMain implements Callable<Integer> {

    @Option(names = "--seed", description = "Seed of the submissions; drawn and printed where it is not given.")
    private long seed = ThreadLocalRandom.current().nextInt(1, 1_000_000);

    @Option(
            names = "--only",
            split = ",",
            converter = WhatConverter.class,
            description = "Some of: accept, bulk, router, query, notifier, end-to-end, limits, growth, "
                    + "instances; by default all but the last two.")
    private Set<What> only = What.byDefault();

    @Option(names = "--runs", defaultValue = "3", description = "How often all is measured (default ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--duration",
            defaultValue = "10",
            description = "Seconds of each load (default ${DEFAULT-VALUE}); the journeys take six times as long.")
    private int duration;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description =
                    "Seconds of load on a process before the first that counts, at the least; it goes on until the "
                            + "JVM's compilers rest (default ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--tickets",
            defaultValue = "200000",
            description = "Tickets of a backlog (default ${DEFAULT-VALUE}).")
    private int tickets;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,16,64,256",
            description = "Connections to measure accepting with (default ${DEFAULT-VALUE}).")
    private List<Integer> connections = List.of();

    @Option(
            names = "--levels",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Tickets that are there already, for growth (default ${DEFAULT-VALUE}).")
    private List<Integer> levels = List.of();

    @Option(
            names = "--rate",
            description = "Tickets a second of the journeys, instead of half of what the pipeline gets done.")
    private @Nullable Double rate;

    @Option(
            names = "--database",
            defaultValue = "embedded",
            description = "embedded or real, which is the mongod of --mongod (default ${DEFAULT-VALUE}).")
    private DatabaseKind database = DatabaseKind.EMBEDDED;

    @Option(names = "--mongod", description = "A mongod; by default the one on the PATH.")
    private @Nullable Path mongod;

    @Option(
            names = "--partitions",
            defaultValue = "4",
            description = "Of every topic; by default as many as the local run has (default ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--home", description = "What the build put together, or the root of a built source tree.")
    private @Nullable Path home;

    @Option(
            names = "--output",
            defaultValue = "bench",
            description = "Directory of the results (default ${DEFAULT-VALUE}).")
    private Path output = Path.of("bench");

    @Option(names = "--keep", description = "Leave data and logs of the last run in OUTPUT/data.")
    private boolean keep;

    @Option(names = "--intake", description = "Measure accept and bulk at this address of a stack that runs.")
    private @Nullable URI intake;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    System.err.println("bench failed: " + failure.getMessage());
                    failure.printStackTrace(System.err);
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() {
        var settings =
                new Settings(seed, Duration.ofSeconds(duration), Duration.ofSeconds(warmUp), tickets, connections);
        System.err.println("seed " + seed);
        var done = new ArrayList<Figures>();
        for (var run = 1; run <= runs; run++) {
            System.err.println("run " + run + " of " + runs);
            done.add(measure(settings));
            new Report(conditions(), done).write(output, name());
        }
        System.out.println(new Report(conditions(), done).markdown());
        System.err.println("written to " + output.resolve(name()) + ".md and .json");
        return 0;
    }

    private Figures measure(Settings settings) {
        if (intake != null) {
            return measureRunning(settings, intake);
        }
        var directory = output.resolve("data").toAbsolutePath();
        Directories.delete(directory);
        try {
            var stacks = new StackSettings(distribution(), database, mongod(), partitions, directory, keep);
            return new Run(stacks, settings, only, levels)
                    .measure(rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate));
        } finally {
            if (!keep) {
                Directories.delete(directory);
            }
        }
    }

    private Figures measureRunning(Settings settings, URI address) {
        var figures = new Figures(figure -> System.err.println("    " + figure));
        if (only.contains(What.ACCEPT)) {
            new Accepting(settings, figures).measure("accept", address);
        }
        if (only.contains(What.BULK)) {
            new Bulk(settings).measure(figures, address);
        }
        return figures;
    }

    private Distribution distribution() {
        return home == null ? Distribution.own() : new Distribution(home.toAbsolutePath());
    }

    private Path mongod() {
        if (database == DatabaseKind.EMBEDDED) {
            return Path.of("mongod");
        }
        return Optional.ofNullable(mongod)
                .or(Mongod::onPath)
                .orElseThrow(() -> new IllegalArgumentException("no mongod on the PATH: name one by --mongod"));
    }

    private String name() {
        if (intake != null) {
            return "bench-running";
        }
        var what = only.size() == 1 ? only.iterator().next().toString() : "bench";
        return what + "-" + database.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        conditions.put("seed", String.valueOf(seed));
        conditions.put("measured", only.toString());
        conditions.put("each load", duration + " s, after " + warmUp + " s of warm-up or more");
        conditions.put("backlog", tickets + " tickets");
        conditions.put("database", intake == null ? database.name().toLowerCase(Locale.ROOT) : "unknown");
        if (intake == null) {
            conditions.put("partitions of a topic", String.valueOf(partitions));
        }
        conditions.put("processors", Runtime.getRuntime().availableProcessors() + ", " + processor());
        conditions.put("Java", Runtime.version().toString());
        return conditions;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
