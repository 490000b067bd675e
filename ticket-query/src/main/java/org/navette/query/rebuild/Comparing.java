package org.navette.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.query.QuerySettings;
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

    private static final int MOST_ROUNDS = 10;
    private static final int MOST_SHOWN = 100;

    private final ReadModels models;
    private final Projections projections;
    private final StoredPositions positions;
    private final LogReader log;
    private final Duration pause;

    Comparing(
            ReadModels models,
            Projections projections,
            StoredPositions positions,
            LogReader log,
            QuerySettings settings) {
        this.models = models;
        this.projections = projections;
        this.positions = positions;
        this.log = log;
        // The service knows of another live one after the first of the two, and has moved it after the second.
        this.pause = settings.checkInterval().multipliedBy(2);
    }

    /** @return whether they are equal */
    boolean areEqual(ReadModel other, Work work) {
        ReadModel live = models.refresh();
        work.say("Comparing %s, which is live, with %s.", live.name(), other.name());
        Follower follower = new Follower(live, other, work);
        Map<Partition, Long> shown = follower.follow();
        Comparison comparison = new Comparison(live, other, forgottenBefore());
        long begun = System.nanoTime();
        List<Difference> found = comparison.all();
        for (int round = 0; round < MOST_ROUNDS && !found.isEmpty(); round++) {
            work.say("  %d differ, and are looked at again", found.size());
            work.tenure().check();
            Patience.pause(pause);
            Map<Partition, Long> before = shown;
            shown = follower.follow();
            found = comparison.again(found);
            if (shown.equals(before)) {
                break;
            }
        }
        tell(comparison, found, Duration.ofNanos(System.nanoTime() - begun), work);
        return found.isEmpty() && !comparison.isBrokenOff();
    }

    /** A mail's outcome may be there for a while longer, but not shorter. */
    private static Instant forgottenBefore() {
        long kept = Long.parseLong(Topics.MAIL_DELIVERIES.settings().get("retention.ms"));
        return Instant.now().minusMillis(kept);
    }

    private static void tell(Comparison comparison, List<Difference> found, Duration took, Work work) {
        found.stream().limit(MOST_SHOWN).forEach(difference -> work.say("  %s", difference));
        if (found.size() > MOST_SHOWN) {
            work.say("  and %d more", found.size() - MOST_SHOWN);
        }
        if (comparison.forgotten() > 0) {
            work.say("  %d mails are older than the log reaches back, and don't count", comparison.forgotten());
        }
        work.say(
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

        private final ReadModel live;
        private final ReadModel other;
        private final Projection projection;
        private final Work work;
        private final Map<Partition, Long> starts;
        private final Map<Partition, Long> reached;

        Follower(ReadModel live, ReadModel other, Work work) {
            this.live = live;
            this.other = other;
            this.projection = projections.of(other);
            this.work = work;
            Map<Partition, Long> stored = positions
                    .read(other)
                    .orElseThrow(() -> new RefusedException(other.name() + " is not complete: it can't be compared"));
            this.starts = work.patience().ask(() -> log.starts(stored.keySet()));
            this.reached = withinLog(stored);
        }

        /** @return where both are now */
        Map<Partition, Long> follow() {
            Map<Partition, Long> shown = shown();
            for (int round = 0; isBehind(shown); round++) {
                if (round == MOST_ROUNDS) {
                    throw new RefusedException("%s, which is live, stands still behind %s: not compared"
                            .formatted(live.name(), other.name()));
                }
                work.tenure().check();
                Patience.pause(pause);
                shown = shown();
            }
            shown.keySet().forEach(partition -> reached.putIfAbsent(partition, 0L));
            log.read(reached, shown, work.threads(), projection::write, work.patience()::await, new ReadingProgress());
            reached.putAll(shown);
            return shown;
        }

        private Map<Partition, Long> shown() {
            return withinLog(positions
                    .read(live)
                    .orElseThrow(() -> new RefusedException("the live read model is not complete at the moment")));
        }

        /** A position may lie before what is still kept, where nothing has come since. */
        private Map<Partition, Long> withinLog(Map<Partition, Long> stored) {
            Map<Partition, Long> offsets = new HashMap<>(stored);
            starts.forEach((partition, start) -> offsets.merge(partition, start, Math::max));
            return offsets;
        }

        /** After a swap the former one has what was read last; the service reads it once more, into the live one. */
        private boolean isBehind(Map<Partition, Long> shown) {
            return reached.entrySet().stream()
                    .anyMatch(entry -> shown.getOrDefault(entry.getKey(), 0L) < entry.getValue());
        }
    }
}
