package org.navette.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.navette.parts.broker.StreamsProgress;
import org.navette.schemas.Topics;

/**
 * How far the router has read the organisations and business objects: a ticket that it judges before them is refused, and
 * costs less than one that it opens.
 */
public final class ReferenceTables {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private ReferenceTables() {}

    /** Waits until a router that runs has read all that was loaded. */
    public static void awaitRead(String bootstrapServers) {
        try (var router = new StreamsProgress(bootstrapServers, "ticket-router")) {
            router.awaitRead(List.of(Topics.ORGANISATIONS.name(), Topics.BUSINESS_OBJECTS.name()), LIMIT);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the reference data don't get through", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
