package org.navette.query.rebuild;

import java.time.Duration;
import java.util.Map;
import org.navette.query.consumption.Broker;
import org.navette.query.consumption.LogReader;
import org.navette.query.consumption.ReadingProgress;
import org.navette.query.store.Construction;
import org.navette.query.store.Partition;
import org.navette.query.store.Projections;
import org.navette.query.store.ReadModel;
import org.navette.query.store.ReadModels;
import org.navette.query.store.StoredPositions;

/** Fills a new read model from the log, until next to nothing of the log is left. */
class Building {

    /** A service that reads on from there is as far in a moment. */
    private static final long NEARLY_NOTHING = 5_000;

    /** Where more is told all the time than can be read, waiting longer helps nobody. */
    private static final int MOST_PASSES = 10;

    private final ReadModels models;
    private final Projections projections;
    private final StoredPositions positions;
    private final Broker broker;
    private final LogReader log;

    Building(ReadModels models, Projections projections, StoredPositions positions, Broker broker, LogReader log) {
        this.models = models;
        this.projections = projections;
        this.positions = positions;
        this.broker = broker;
        this.log = log;
    }

    /** @return the new one, complete, and not yet live */
    ReadModel build(ReadModel live, Work work) {
        long begun = System.nanoTime();
        Map<Partition, Long> shown = positions.read(live).orElse(Map.of());
        Map<Partition, Long> ends = work.patience().ask(broker::ends);
        refuseAnotherLog(shown, ends);
        Map<Partition, Long> starts = work.patience().ask(() -> log.starts(ends.keySet()));
        Construction construction = Construction.begin(models, projections);
        work.say("Building %s with %d threads.", construction.model().name(), work.threads());
        try {
            fill(construction, starts, ends, work);
            work.tenure().check();
        } catch (RuntimeException e) {
            dropQuietly(construction.model(), e);
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long tickets = construction.model().countTickets();
        work.say(
                "%d tickets in %.1f s: %d tickets a second.",
                tickets, Report.seconds(took), Report.rate(tickets, took));
        return construction.model();
    }

    /** Another broker's, or one that lost its end: what was built from it would show less than is shown now. */
    private static void refuseAnotherLog(Map<Partition, Long> shown, Map<Partition, Long> ends) {
        shown.forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (end < offset) {
                throw new RefusedException(
                        "%s/%d ends at offset %d, but the live read model has come to %d: is it another broker?"
                                .formatted(partition.topic(), partition.number(), end, offset));
            }
        });
    }

    /**
     * Where the service could use them, it is another registry that answers here, or it has lost something. What was told
     * just now the service may have yet to read.
     */
    private void refuseUnusable(long unusable, Patience patience) {
        if (unusable == 0) {
            return;
        }
        long deadLetters = patience.askUntil(setAside -> setAside >= unusable, broker::deadLetters);
        if (unusable > deadLetters) {
            throw new RefusedException(
                    "%d records can't be used, but the service has set aside only %d: is it another registry?"
                            .formatted(unusable, deadLetters));
        }
    }

    private void fill(
            Construction construction, Map<Partition, Long> starts, Map<Partition, Long> firstEnds, Work work) {
        ReadingProgress progress = new ReadingProgress();
        Map<Partition, Long> ends = firstEnds;
        pass(construction, starts, ends, progress, work);
        Duration indexing = work.report().during(construction::createIndexes, () -> "indexes are built");
        work.say("  indexes built in %.1f s", Report.seconds(indexing));
        complete(construction, ends);
        for (int passes = 1; passes < MOST_PASSES; passes++) {
            work.tenure().check();
            Map<Partition, Long> before = ends;
            ends = work.patience().ask(broker::ends);
            long left = left(before, ends);
            pass(construction, before, ends, progress, work);
            complete(construction, ends);
            if (left < NEARLY_NOTHING) {
                break;
            }
        }
        tellOddities(progress, work);
    }

    private void pass(
            Construction construction,
            Map<Partition, Long> from,
            Map<Partition, Long> to,
            ReadingProgress progress,
            Work work) {
        long all = left(from, to);
        long recordsBefore = progress.records();
        long ticketsBefore = progress.tickets();
        long begun = System.nanoTime();
        Duration took = work.report()
                .during(
                        () -> log.read(from, to, work.threads(), construction::write, work.patience()::await, progress),
                        () -> "%d of %d records, %d tickets, %d tickets a second"
                                .formatted(
                                        progress.records() - recordsBefore,
                                        all,
                                        progress.tickets() - ticketsBefore,
                                        Report.rate(
                                                progress.tickets() - ticketsBefore,
                                                Duration.ofNanos(System.nanoTime() - begun))));
        work.say("  %d records read and written in %.1f s", progress.records() - recordsBefore, Report.seconds(took));
        refuseUnusable(progress.unusable(), work.patience());
    }

    private static void complete(Construction construction, Map<Partition, Long> ends) {
        if (!construction.complete(ends)) {
            throw new RefusedException(
                    "the connection to the database was interrupted, and it may have lost something");
        }
    }

    private static long left(Map<Partition, Long> from, Map<Partition, Long> to) {
        return to.entrySet().stream()
                .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private static void tellOddities(ReadingProgress progress, Work work) {
        if (progress.unusable() > 0) {
            work.say("  %d records can't be used; the service has set them aside already", progress.unusable());
        }
        if (progress.tooLarge() > 0) {
            work.say("  %d tickets lack something that is larger than a document may be", progress.tooLarge());
        }
    }

    private static void dropQuietly(ReadModel model, RuntimeException why) {
        try {
            model.drop();
        } catch (RuntimeException e) {
            // The next command does.
            why.addSuppressed(e);
        }
    }
}
