package org.navette.examples;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.navette.examples.tickets.TicketGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        description = "Prints realistic tickets, valid and invalid, as NDJSON for POST /api/tickets/bulk.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--tickets", defaultValue = "10", description = "how many (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(names = "--seed", defaultValue = "1", description = "same seed, same tickets (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--run", defaultValue = "example", description = "word in every title (default: ${DEFAULT-VALUE})")
    private String run;

    @Option(names = "--valid-only", description = "leave out those that will be refused")
    private boolean validOnly;

    @Override
    public Integer call() throws IOException {
        TicketGenerator generator = TicketGenerator.of(seed, run);
        try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
            int printed = 0;
            for (int i = 0; printed < tickets; i++) {
                var ticket = generator.ticket(i);
                if (!validOnly || ticket.expected().isOpened()) {
                    out.write(ticket.json());
                    out.write('\n');
                    printed++;
                }
            }
        }
        return 0;
    }
}
