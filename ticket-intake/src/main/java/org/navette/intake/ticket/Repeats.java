package org.navette.intake.ticket;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.navette.intake.publish.Publisher;
import org.navette.messages.TicketSubmitted;
import org.navette.schemas.Topics;

/**
 * Publishes submissions until the broker confirms them, however long it is away. In a thread of its own: where the broker is
 * away each try may hold it, and no answer to anybody must hang on that. The caller sees to it that there are never too many.
 */
final class Repeats implements AutoCloseable {

    private static final long PAUSE_SECONDS = 1;
    private static final long LONGEST_CLOSE_SECONDS = 2;

    private final Publisher publisher;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "repeats");
        made.setDaemon(true);
        return made;
    });

    Repeats(Publisher publisher) {
        this.publisher = publisher;
    }

    /** @param confirmed is run once the broker has it, by any thread */
    void publish(TicketSubmitted submitted, Runnable confirmed) {
        thread.execute(() -> tryOnce(submitted, confirmed));
    }

    private void tryOnce(TicketSubmitted submitted, Runnable confirmed) {
        publisher
                .publish(Topics.TICKETS_SUBMITTED, submitted.getTicket().getNumber(), submitted)
                .whenComplete((done, error) -> {
                    if (error == null) {
                        confirmed.run();
                    } else {
                        thread.schedule(() -> tryOnce(submitted, confirmed), PAUSE_SECONDS, TimeUnit.SECONDS);
                    }
                });
    }

    /** What was to be published by now is tried once more; what the broker doesn't take then is left. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
