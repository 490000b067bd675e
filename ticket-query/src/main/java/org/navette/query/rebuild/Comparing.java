package org.navette.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.query.consumption.LogReader;
import org.navette.query.consumption.ReadingProgress;
import org.navette.query.store.Comparison;
import org.navette.query.store.Difference;
import org.navette.query.store.Partition;
import org.navette.query.store.Projection;
import org.navette.query.store.Projections;
import org.navette.query.store.ReadModel;
import org.navette.query.store.ReadModels;
import org.navette.query.store.StoredPositions;
import org.navette.schemas.Topics;

/**
 * Compares the live read model with another one. The live one moves meanwhile, so the other one is moved after it, and
 * what differs is looked at again until nothing is left or nothing moves.
 */
class Comparing {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_ROUNDS = 10;
    private static final int MOST_SHOWN = 100;

    private final ReadModels models;
    private final Projections projections;
    private final StoredPositions positions;
    private final LogReader log;

    Comparing(ReadModels models, Projections projections, StoredPositions positions, LogReader log) {
        this.models = models;
        this.projections = projections;
        this.positions = positions;
        this.log = log;
    }

    /** @return whether they are equal */
    boolean areEqual(ReadModel other, int threads, Tenure tenure, Report report) {
        ReadModel live = models.refresh();
        report.say("Comparing %s, which is live, with %s.", live.name(), other.name());
        Follower follower = new Follower(other, threads);
        Map<Partition, Long> reached = follower.follow(live);
        Comparison comparison = new Comparison(live, other, forgottenBefore());
        long begun = System.nanoTime();
        List<Difference> found = comparison.all();
        for (int round = 0; round < MOST_ROUNDS && !found.isEmpty(); round++) {
            report.say("  %d differ, and are looked at again", found.size());
            tenure.check();
            pause();
            Map<Partition, Long> before = reached;
            reached = follower.follow(live);
            found = comparison.again(found);
            if (reached.equals(before)) {
                break;
            }
        }
        tell(comparison, found, Duration.ofNanos(System.nanoTime() - begun), report);
        return found.isEmpty() && !comparison.isBrokenOff();
    }

    /** A mail's outcome may be there for a while longer, but not shorter. */
    private static Instant forgottenBefore() {
        long kept = Long.parseLong(Topics.MAIL_DELIVERIES.settings().get("retention.ms"));
        return Instant.now().minusMillis(kept);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        }
    }

    private static void tell(Comparison comparison, List<Difference> found, Duration took, Report report) {
        found.stream().limit(MOST_SHOWN).forEach(difference -> report.say("  %s", difference));
        if (found.size() > MOST_SHOWN) {
            report.say("  and %d more", found.size() - MOST_SHOWN);
        }
        if (comparison.forgotten() > 0) {
            report.say("  %d mails are older than the log reaches back, and don't count", comparison.forgotten());
        }
        report.say(
                "%d documents compared in %.1f s: %s.",
                comparison.compared(), Report.seconds(took), describe(comparison, found));
    }

    private static String describe(Comparison comparison, List<Difference> found) {
        if (found.isEmpty()) {
            return comparison.isBrokenOff()
                    ? "equal by now, but so many differed at first that the rest was not read"
                    : "all equal";
        }
        Map<Difference.Kind, Long> kinds = new HashMap<>();
        found.forEach(difference -> kinds.merge(difference.kind(), 1L, Long::sum));
        return "%d only in the live one, %d only in the other one, %d differing%s"
                .formatted(
                        kinds.getOrDefault(Difference.Kind.MISSING, 0L),
                        kinds.getOrDefault(Difference.Kind.EXTRA, 0L),
                        kinds.getOrDefault(Difference.Kind.DIFFERING, 0L),
                        comparison.isBrokenOff() ? ", and the rest was not read" : "");
    }

    /** Moves the other read model as far as the live one has come. Its stored positions stay: all of it may be repeated. */
    private final class Follower {

        private final Projection projection;
        private final int threads;
        private final Map<Partition, Long> reached;

        Follower(ReadModel other, int threads) {
            this.projection = projections.of(other);
            this.threads = threads;
            this.reached = new HashMap<>(positions
                    .read(other)
                    .orElseThrow(() -> new RefusedException(other.name() + " is not complete: it can't be compared")));
            // A position may lie before what is still kept, where nothing has come since.
            log.starts(reached.keySet()).forEach((partition, start) -> reached.merge(partition, start, Math::max));
        }

        /** @return where the live one was */
        Map<Partition, Long> follow(ReadModel live) {
            Map<Partition, Long> to = positions
                    .read(live)
                    .orElseThrow(() -> new RefusedException("the live read model is not complete at the moment"));
            Map<Partition, Long> ahead = new HashMap<>(to);
            ahead.replaceAll((partition, end) -> Math.max(end, reached.computeIfAbsent(partition, any -> 0L)));
            log.read(reached, ahead, threads, projection::write, new ReadingProgress());
            reached.putAll(ahead);
            return to;
        }
    }
}
