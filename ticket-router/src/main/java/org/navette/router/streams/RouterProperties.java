package org.navette.router.streams;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set of the router; docs/configuration.md explains each.
 *
 * @param applicationId names the consumer group, the transactions, the internal topics and the directory of the state:
 *     another one starts from nothing
 * @param topicPartitions of topics that are created, where there are none yet
 * @param stateDir must outlive the process, or each start reads the state anew from the broker
 * @param commitInterval how long records wait in a transaction: a hop's latency against throughput
 * @param standbys copies of the state on other instances, for a quick take-over
 * @param storeMemory what RocksDB may use beside the heap, all stores together
 */
@Validated
@ConfigurationProperties("navette.router")
record RouterProperties(
        @DefaultValue("ticket-router") @NotBlank String applicationId,
        @NotBlank String schemaRegistryUrl,
        @DefaultValue("false") boolean autoRegisterSchemas,
        @DefaultValue("12") @Min(1) @Max(1000) int topicPartitions,
        @DefaultValue("data/router") @NotNull Path stateDir,
        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("50ms") @DurationMin(millis = 1) @DurationMax(seconds = 5) Duration commitInterval,
        @DefaultValue("0") @Min(0) @Max(3) int standbys,
        @DefaultValue("128MB") @NotNull DataSize storeMemory,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration actionsHeldFor,
        @DefaultValue("90d") @DurationMin(hours = 1) Duration ticketsKeptFor,
        @DefaultValue("20s") @DurationMin(seconds = 1) Duration closeTimeout) {}
