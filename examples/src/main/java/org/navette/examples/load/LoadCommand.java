package org.navette.examples.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.navette.examples.load.Ledger.Count;
import org.navette.examples.tickets.TicketGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

@Command(
        name = "load",
        description = {
            "Sends realistic tickets, valid and invalid, waits until the pipeline has dealt with all of them, and",
            "reconciles: every line answered, every ticket in exactly one place, one mail each, the query service's",
            "counts equal to the generator's. Exit code 1 on any difference. While it runs, nobody else may submit",
            "tickets, or the query service's counts differ."
        },
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

    @Option(names = "--tickets", defaultValue = "100000", description = "how many (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(names = "--seed", defaultValue = "1", description = "same seed, same tickets (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--chunk", defaultValue = "2000", description = "lines a request (default: ${DEFAULT-VALUE})")
    private int chunk;

    @Option(names = "--parallel", defaultValue = "3", description = "requests at a time (default: ${DEFAULT-VALUE})")
    private int parallel;

    @Option(
            names = "--patience",
            defaultValue = "120",
            description = "seconds without any progress after which it gives up waiting (default: ${DEFAULT-VALUE})")
    private int patience;

    @Mixin
    private Where where = new Where();

    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private volatile boolean isGivenUp;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String run = "run-" + Long.toString(Instant.now().getEpochSecond(), 36);
        System.out.printf(
                Locale.ROOT, "Sending %,d tickets, seed %d, run %s (it stands in every title).%n", tickets, seed, run);
        TicketGenerator generator = TicketGenerator.of(seed, run);
        QueryApi query = new QueryApi(where.query);
        Map<String, Long> before = query.statistics();
        Mailbox mailbox = where.readsMails() ? new Mailbox(URI.create(where.mails)) : null;
        Reconciliation reconciliation = new Reconciliation(generator, findings, mailbox != null);
        try (TopicReader topics = new TopicReader(where.kafka, where.registry, ledger, generator, tally, findings)) {
            send(new Sending(where.intake, generator, ledger, tally, findings));
            settle(topics, query);
        }
        if (mailbox != null) {
            mailbox.read(ledger, tally);
        }
        reconciliation.expect(tickets);
        reconciliation.find(tally, ledger);
        reconciliation.compareQuery(before, query.statistics());
        return reconciliation.print(System.out) ? 0 : 1;
    }

    private void send(Sending sending) throws InterruptedException {
        Instant start = Instant.now();
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(parallel);
        for (int i = 0; i < parallel; i++) {
            senders.execute(() -> {
                for (int from = next.getAndAdd(chunk); from < tickets && !isGivenUp; from = next.getAndAdd(chunk)) {
                    sendChunk(sending, from);
                }
            });
        }
        senders.shutdown();
        Instant moved = start;
        for (long before = 0; !senders.awaitTermination(2, TimeUnit.SECONDS); before = tally.of("answered")) {
            System.out.printf(Locale.ROOT, "  sent and answered %,d of %,d%n", tally.of("answered"), tickets);
            if (tally.of("answered") > before) {
                moved = Instant.now();
            } else if (moved.plusSeconds(patience).isBefore(Instant.now())) {
                findings.add("sending given up", "nothing was answered for " + patience + " s");
                // What is under way may still be answered: reconciled is what was sent.
                isGivenUp = true;
                senders.shutdownNow();
                break;
            }
        }
        double seconds = Math.max(1, Duration.between(start, Instant.now()).toMillis()) / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "Answered %,d lines in %.1f s (%,.0f a second).%n",
                tally.of("answered"),
                seconds,
                tally.of("answered") / seconds);
    }

    private void sendChunk(Sending sending, int from) {
        try {
            sending.send(from, Math.min(chunk, tickets - from));
        } catch (IOException | UncheckedIOException | JacksonException e) {
            // An answer that breaks off fails while its lines are read.
            findings.add("requests that failed", "from ticket " + from + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads on until everything is judged, queued, mailed and shown, or nothing has moved for a while. */
    private void settle(TopicReader topics, QueryApi query) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Instant moved = start;
        Instant told = start;
        long lag = Long.MAX_VALUE;
        while (true) {
            if (topics.poll(Duration.ofMillis(500)) > 0) {
                moved = Instant.now();
            } else {
                long now = query.lag();
                if (now != lag) {
                    moved = Instant.now();
                }
                lag = now;
                if (lag == 0 && isThroughTopics()) {
                    break;
                }
            }
            if (moved.plusSeconds(patience).isBefore(Instant.now())) {
                findings.add("waiting given up", "nothing moved for " + patience + " s");
                return;
            }
            if (told.plusSeconds(2).isBefore(Instant.now())) {
                told = Instant.now();
                progress();
            }
        }
        progress();
        System.out.printf(
                Locale.ROOT,
                "Settled %d s after the last answer.%n",
                Duration.between(start, Instant.now()).toSeconds());
    }

    private boolean isThroughTopics() {
        long accepted = tally.of("accepted");
        return tally.of("judged") >= accepted
                && tally.of(Count.OUTCOME.name()) >= accepted
                && tally.of(Count.TECHNICAL_QUEUE.name()) + tally.of(Count.BUSINESS_QUEUE.name())
                        >= tally.of(Count.OPENED.name());
    }

    private void progress() {
        System.out.printf(
                Locale.ROOT,
                "  of %,d accepted: judged %,d, in queues %,d, refused %,d, mails ended %,d%n",
                tally.of("accepted"),
                tally.of("judged"),
                tally.of(Count.TECHNICAL_QUEUE.name()) + tally.of(Count.BUSINESS_QUEUE.name()),
                tally.of(Count.REFUSED.name()),
                tally.of(Count.OUTCOME.name()));
    }
}
