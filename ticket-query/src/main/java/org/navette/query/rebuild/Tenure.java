package org.navette.query.rebuild;

import com.mongodb.MongoException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.navette.query.store.BuildingRight;
import org.navette.query.store.ReadModel;
import org.navette.query.store.ReadModels;

/** Holds the right to build for as long as a command works, and tells when it was lost. */
final class Tenure implements AutoCloseable {

    private static final long RENEWALS_A_TERM = 6;

    private final BuildingRight right;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Tenure::daemon);
    private volatile boolean lost;

    private Tenure(BuildingRight right) {
        this.right = right;
        long interval = BuildingRight.TERM.toMillis() / RENEWALS_A_TERM;
        timer.scheduleWithFixedDelay(this::renew, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** @throws RefusedException where another command works */
    static Tenure begin(ReadModels models) {
        return new Tenure(BuildingRight.claim(models)
                .orElseThrow(() -> new RefusedException("another command builds or compares read models at the moment;"
                        + " what one holds that was killed is free after "
                        + BuildingRight.TERM.toSeconds() + " s")));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tenure");
        thread.setDaemon(true);
        return thread;
    }

    private void renew() {
        try {
            lost |= !right.renew();
        } catch (MongoException e) {
            // At the next time, or never: the term tells.
        }
    }

    /** @throws RefusedException where another command may work by now */
    void check() {
        if (lost || !right.renew()) {
            throw new RefusedException("another command has taken over, or the database was emptied");
        }
    }

    void replace(ReadModel live, ReadModel by) {
        if (!right.replace(live, by)) {
            throw new RefusedException("the live read model is another one meanwhile");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            right.close();
        } catch (MongoException e) {
            // It runs out.
        }
    }
}
