package org.navette.intake.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat's threads. Many may wait for somebody else at a time, but only as many work as there are processors. Tomcat has one
 * more thread that looks for requests: if all worked, it would get a processor too seldom, and what comes would wait
 * where nobody knows of it.
 */
@Component
public class RequestThreads implements TomcatConnectorCustomizer {

    /** A hundred times what a submission takes, and little beside the waits of a client. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(20);

    /** Of {@link System#nanoTime()}: when the work of this thread began to wait for it. */
    private static final ThreadLocal<Long> WAITING_SINCE = new ThreadLocal<>();

    private final int mostWaiting;
    private volatile @Nullable Pool pool;

    RequestThreads(IntakeProperties properties) {
        this.mostWaiting = properties.maxQueued();
    }

    @Override
    public void customize(Connector connector) {
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        connector.addLifecycleListener(event -> {
            switch (event.getType()) {
                    // By then it knows how many threads are wanted.
                case Lifecycle.BEFORE_START_EVENT -> {
                    Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
                    pool = new Pool(protocol, turns, new WaitingWork(turns, mostWaiting));
                    protocol.setExecutor(pool);
                }
                case Lifecycle.AFTER_STOP_EVENT -> {
                    end();
                    // Otherwise it would not know how many threads are wanted when it is started again.
                    protocol.setExecutor(null);
                }
                default -> {
                    // Nothing begins or ends.
                }
            }
        });
    }

    private void end() {
        Pool ending = pool;
        if (ending != null) {
            ending.shutdownNow();
        }
    }

    /**
     * To be called before the calling thread waits for somebody where that is usual: otherwise the others notice only after
     * 20 to 40 ms that it doesn't work. Does nothing in a thread that is none of Tomcat's, or was let go before.
     */
    public static void letOthersWork() {
        Turns.end();
    }

    /**
     * The request of the calling thread waits no more.
     *
     * @return how long it has; zero for one that the thread found behind another
     */
    Duration endWaiting() {
        Long since = WAITING_SINCE.get();
        WAITING_SINCE.remove();
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Whether too many wait for a thread: requests that nobody has looked at, and answers that are to be written. */
    boolean areCrowded() {
        Pool known = pool;
        return known != null && known.waiting.isCrowd();
    }

    private static final class Pool extends ThreadPoolExecutor {

        private final WaitingWork waiting;
        private final ScheduledExecutorService watch;

        Pool(AbstractProtocol<?> protocol, Turns turns, WaitingWork waiting) {
            super(
                    protocol.getMaxThreads(),
                    protocol.getMaxThreads(),
                    0,
                    TimeUnit.SECONDS,
                    waiting,
                    new TaskThreadFactory(protocol.getName() + "-exec-", true, protocol.getThreadPriority()));
            this.waiting = waiting;
            this.watch = Executors.newSingleThreadScheduledExecutor(
                    new TaskThreadFactory(protocol.getName() + "-turns-", true, protocol.getThreadPriority()));
            // Threads that are made for their first work would begin it without a turn.
            prestartAllCoreThreads();
            watch.scheduleWithFixedDelay(
                    () -> turns.endThoseLongerThan(LONGEST_TURN),
                    LONGEST_TURN.toMillis(),
                    LONGEST_TURN.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void execute(Runnable work) {
            long now = System.nanoTime();
            super.execute(() -> {
                WAITING_SINCE.set(now);
                work.run();
            });
        }

        /** A thread whose work fails is replaced. */
        @Override
        protected void afterExecute(Runnable work, @Nullable Throwable error) {
            if (error != null) {
                Turns.end();
            }
        }

        @Override
        protected void terminated() {
            watch.shutdownNow();
        }
    }
}
