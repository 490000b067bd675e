package org.navette.query.rebuild;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts of the service that a command works with, for as long as it does; with the service's own settings. */
final class Program {

    /** What a command has to say is on its own output; what fails ends it, with its causes in a line. */
    private static final List<String> QUIET = List.of(
            "--logging.structured.format.console=",
            "--logging.level.root=ERROR",
            "--logging.level.org.apache.kafka=OFF");

    private final List<String> settings;

    Program(List<String> settings) {
        this.settings = settings;
    }

    <T> T run(Function<Rebuild, T> work) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(RebuildConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false);
        String[] arguments = Stream.concat(QUIET.stream(), settings.stream()).toArray(String[]::new);
        try (ConfigurableApplicationContext context = builder.run(arguments)) {
            return work.apply(context.getBean(Rebuild.class));
        }
    }
}
