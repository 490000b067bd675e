package org.navette.query;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.navette.query.rebuild.ReadModelCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@OpenAPIDefinition(
        info =
                @Info(
                        title = "ticket-query",
                        version = "1",
                        description =
                                "Lists, details and counts of tickets, as far as their facts have been projected."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryApplication {

    private static final int LONGEST_STRING = 1 << 20;

    public static void main(String[] args) {
        // A damaged record may claim a string of two gigabytes; Avro reads its limits from here.
        System.setProperty("org.apache.avro.limits.string.maxLength", String.valueOf(LONGEST_STRING));
        System.setProperty("org.apache.avro.limits.bytes.maxLength", String.valueOf(LONGEST_STRING));
        if (args.length > 0 && ReadModelCommands.knows(args[0])) {
            System.exit(ReadModelCommands.run(args));
        }
        SpringApplication.run(QueryApplication.class, args);
    }
}
