package org.navette.intake.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/** Tomcat's threads as Tomcat would make them, but they know how long their work has waited for them. */
@Component
class RequestThreads implements TomcatConnectorCustomizer {

    private static final int IDLE_SECONDS = 60;

    /** Of {@link System#nanoTime()}: when the work of this thread began to wait for it. */
    private static final ThreadLocal<Long> WAITING_SINCE = new ThreadLocal<>();

    private volatile @Nullable Pool pool;

    @Override
    public void customize(Connector connector) {
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        connector.addLifecycleListener(event -> {
            switch (event.getType()) {
                    // By then it knows how many threads are wanted.
                case Lifecycle.BEFORE_START_EVENT -> {
                    pool = new Pool(protocol);
                    protocol.setExecutor(pool);
                }
                case Lifecycle.AFTER_STOP_EVENT -> end();
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

    /** How long the work of the calling thread has waited for it. */
    Duration waited() {
        Long since = WAITING_SINCE.get();
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** How much waits for a thread now: requests that nobody has looked at, and answers that are to be written. */
    int waiting() {
        Pool known = pool;
        return known == null ? 0 : known.getQueue().size();
    }

    private static final class Pool extends ThreadPoolExecutor {

        Pool(AbstractProtocol<?> protocol) {
            this(protocol, new TaskQueue());
        }

        private Pool(AbstractProtocol<?> protocol, TaskQueue queue) {
            super(
                    protocol.getMinSpareThreads(),
                    protocol.getMaxThreads(),
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    queue,
                    new TaskThreadFactory(protocol.getName() + "-exec-", true, protocol.getThreadPriority()));
            queue.setParent(this);
        }

        @Override
        public void execute(Runnable work) {
            long now = System.nanoTime();
            super.execute(() -> {
                WAITING_SINCE.set(now);
                work.run();
            });
        }
    }
}
