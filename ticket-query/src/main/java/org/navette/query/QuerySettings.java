package org.navette.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this service; docs/configuration.md says what they mean.
 *
 * @param database name of the database of the read model
 * @param topicPartitions of topics that are created, where there are none yet
 * @param groupId instances with the same one share the partitions
 * @param instanceId where set, an instance that comes back takes its partitions at once; unique within the group
 * @param concurrency consumers in this process
 * @param batchSize most records that are written together
 * @param checkInterval how often an instance makes sure that the database is still the one that it filled
 * @param retryInterval pause before another try where the broker, the registry or the database is away
 * @param databaseTimeout longest wait for an answer of the database
 * @param brokerTimeout longest wait for an answer of the broker
 * @param queryTimeLimit longest time that the database may work on one HTTP request
 */
@ConfigurationProperties("navette.query")
@Validated
public record QuerySettings(
        @NotBlank String database,
        @NotBlank String schemaRegistryUrl,
        @Min(1) @Max(1000) int topicPartitions,
        @NotBlank String groupId,
        @Nullable String instanceId,
        @Min(1) @Max(64) int concurrency,
        @Min(1) @Max(20_000) int batchSize,
        @DurationMin(millis = 50) @DurationMax(minutes = 1) Duration checkInterval,
        @DurationMin(millis = 50) @DurationMax(minutes = 1) Duration retryInterval,
        @DurationMin(millis = 500) @DurationMax(minutes = 1) Duration databaseTimeout,
        @DurationMin(millis = 500) @DurationMax(minutes = 1) Duration brokerTimeout,
        @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration queryTimeLimit) {}
