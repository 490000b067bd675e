package org.navette.query.rebuild;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.navette.query.QuerySettings;
import org.navette.query.store.ReadModel;
import org.navette.query.store.ReadModels;

/** Builds a read model, puts it in the place of the live one, and compares and drops the former one. */
class Rebuild {

    private final ReadModels models;
    private final Building building;
    private final Comparing comparing;
    private final Duration grace;
    private final Duration retryInterval;

    /**
     * @param threads that read and write
     * @param compare whether the former one is compared with the new one
     * @param keepFormer whether it stays, to be compared later; it does anyway where the two differ
     */
    record Options(int threads, boolean compare, boolean keepFormer) {}

    Rebuild(ReadModels models, Building building, Comparing comparing, QuerySettings settings) {
        this.models = models;
        this.building = building;
        this.comparing = comparing;
        this.retryInterval = settings.retryInterval();
        // Until every service knows of the new one, and has answered whoever asked it before: the driver tries a read
        // twice.
        this.grace = settings.checkInterval()
                .multipliedBy(2)
                .plus(settings.queryTimeLimit())
                .plus(settings.databaseTimeout().multipliedBy(2));
    }

    /** @return whether the former one was equal, as far as they were compared */
    boolean run(Options options, Report report) {
        try (Tenure tenure = Tenure.begin(models)) {
            Work work = new Work(options.threads(), tenure, retryInterval, report);
            ReadModel former = models.refresh();
            drop(models.others(), work);
            ReadModel built = building.build(former, work);
            replace(former, built, work);
            try {
                return settle(former, options, work);
            } catch (RuntimeException e) {
                work.say("%s is live; %s is still there, until the next rebuild.", built.name(), former.name());
                throw e;
            }
        }
    }

    private static void replace(ReadModel former, ReadModel built, Work work) {
        try {
            work.tenure().replace(former, built);
        } catch (MongoException e) {
            work.say(
                    "Whether %s or %s is live is not known: the database did not answer. Both are there.",
                    built.name(), former.name());
            throw e;
        }
        work.say("%s is live.", built.name());
    }

    private boolean settle(ReadModel former, Options options, Work work) {
        boolean equal = !options.compare() || comparing.areEqual(former, work);
        if (options.keepFormer() || !equal) {
            work.say("%s is kept until the next rebuild.", former.name());
        } else {
            drop(List.of(former), work);
            work.say("%s is dropped.", former.name());
        }
        return equal;
    }

    /** @return whether the live one and the one that is kept beside it are equal */
    boolean compare(int threads, Report report) {
        try (Tenure tenure = Tenure.begin(models)) {
            List<ReadModel> others = models.others();
            if (others.size() != 1) {
                throw new RefusedException("there is no other read model: rebuild with --keep-former");
            }
            return comparing.areEqual(others.get(0), new Work(threads, tenure, retryInterval, report));
        }
    }

    private void drop(List<ReadModel> former, Work work) {
        if (!former.isEmpty()) {
            awaitReaders();
            work.tenure().check();
            former.forEach(ReadModel::drop);
        }
    }

    /** Whichever command it was that replaced what they read. */
    private void awaitReaders() {
        Duration passed = models.replacedAt()
                .map(replaced -> Duration.between(replaced, Instant.now()))
                .orElse(grace);
        // Never longer than the whole of it, however far the clocks of two machines are apart.
        Patience.pause(passed.isNegative() ? grace : grace.minus(passed));
    }
}
