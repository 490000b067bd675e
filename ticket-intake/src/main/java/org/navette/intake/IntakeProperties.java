package org.navette.intake;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set; {@code docs/configuration.md} has the table.
 *
 * @param catalogue categories and sub-categories, in YAML
 * @param queryUrl public base address of the query service, for {@code Location}
 * @param database where idempotency keys are kept
 * @param autoRegisterSchemas whether unknown schemas are registered
 * @param topicPartitions of topics that are created, where there are none yet
 * @param maxBody of a single submission; a description of 10 000 emoji has 120 000 bytes where they are escaped in ASCII
 * @param bodyTimeout how long such a body may take to arrive
 * @param maxCollected bytes of such bodies that did not come at once, all together; what is more is turned away
 * @param maxInFlight single submissions that may wait for the broker at a time; more are turned away at once
 * @param maxQueued requests that may wait for a thread; more are a crowd, until none waits any more
 * @param longestQueueing how long a submission may have waited for its thread in a crowd before it is turned away
 * @param retryAfter what clients that were turned away are told
 */
@ConfigurationProperties("navette.intake")
public record IntakeProperties(
        Resource catalogue,
        URI queryUrl,
        String database,
        URI schemaRegistryUrl,
        @DefaultValue("false") boolean autoRegisterSchemas,
        @DefaultValue("12") int topicPartitions,
        @DefaultValue("160KB") DataSize maxBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("32MB") DataSize maxCollected,
        @DefaultValue("2000") int maxInFlight,
        @DefaultValue("500") int maxQueued,
        @DefaultValue("5ms") Duration longestQueueing,
        @DefaultValue("2s") Duration retryAfter,
        @DefaultValue IdempotencyKeys idempotencyKeys,
        @DefaultValue VerdictWait verdictWait,
        @DefaultValue Bulk bulk) {

    public IntakeProperties {
        require(topicPartitions > 0 && topicPartitions <= 1000, "topic-partitions must be from 1 to 1000");
        require(isUpToOneMegabyte(maxBody), "max-body must be from 1 B to 1 MB");
        require(bodyTimeout.toSeconds() > 0, "body-timeout must be a second or more");
        require(
                maxCollected.compareTo(maxBody) >= 0 && maxCollected.compareTo(DataSize.ofGigabytes(1)) <= 0,
                "max-collected must hold a body of the greatest size, and be at most 1 GB");
        require(maxInFlight > 0, "max-in-flight must be positive");
        require(maxQueued >= 0, "max-queued must not be negative");
        require(!longestQueueing.isNegative(), "longest-queueing must not be negative");
        require(retryAfter.toSeconds() > 0, "retry-after must be a second or more");
    }

    /**
     * @param keptFor how long a repeat finds the first request
     * @param maxConcurrent requests with a key that may ask the database at a time; as many more wait up to a second
     */
    public record IdempotencyKeys(@DefaultValue("24h") Duration keptFor, @DefaultValue("24") int maxConcurrent) {
        public IdempotencyKeys {
            require(keptFor.toSeconds() > 0, "idempotency-keys.kept-for must be a second or more");
            require(maxConcurrent > 0, "idempotency-keys.max-concurrent must be positive");
        }
    }

    /**
     * @param longest that a client may wait for the verdict
     * @param maxWaiters that may wait at a time; more are answered without waiting
     */
    public record VerdictWait(@DefaultValue("10s") Duration longest, @DefaultValue("1000") int maxWaiters) {
        public VerdictWait {
            require(!longest.isNegative() && longest.toSeconds() <= 60, "verdict-wait.longest must be from 0 to 60 s");
            require(maxWaiters >= 0, "verdict-wait.max-waiters must not be negative");
        }
    }

    /**
     * @param maxConcurrent streamed requests (bulk submissions and reference data) at a time
     * @param maxLine of a line
     * @param window lines of a request that may wait for the broker at a time
     * @param windowBytes of those lines together
     * @param lineTimeout how long a line may take to arrive
     */
    public record Bulk(
            @DefaultValue("4") int maxConcurrent,
            @DefaultValue("160KB") DataSize maxLine,
            @DefaultValue("2000") int window,
            @DefaultValue("4MB") DataSize windowBytes,
            @DefaultValue("30s") Duration lineTimeout) {
        public Bulk {
            require(maxConcurrent > 0, "bulk.max-concurrent must be positive");
            require(isUpToOneMegabyte(maxLine), "bulk.max-line must be from 1 B to 1 MB");
            require(window > 0, "bulk.window must be positive");
            require(windowBytes.toBytes() > maxLine.toBytes(), "bulk.window-bytes must hold more than a line");
            require(lineTimeout.toSeconds() > 0, "bulk.line-timeout must be a second or more");
        }
    }

    private static boolean isUpToOneMegabyte(DataSize size) {
        return size.toBytes() > 0 && size.compareTo(DataSize.ofMegabytes(1)) <= 0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("navette.intake." + what);
        }
    }
}
