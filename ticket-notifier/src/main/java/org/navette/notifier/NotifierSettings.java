package org.navette.notifier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Everything that can be set; application.yaml has the defaults, docs/configuration.md the table. */
@Validated
@ConfigurationProperties("navette.notifier")
public record NotifierSettings(@Valid Kafka kafka, @Valid Smtp smtp, @Valid Mail mail, @Valid Delivery delivery) {

    /**
     * @param topicPartitions of topics that are created, where there are none yet
     * @param sessionTimeout how long an instance may be silent before its partitions go to another; nothing is sent by an
     *     instance that was silent for as long
     */
    public record Kafka(
            @NotBlank String bootstrapServers,
            @NotBlank String schemaRegistryUrl,
            boolean autoRegisterSchemas,
            @Min(1) @Max(1000) int topicPartitions,
            @NotBlank String group,
            @DurationMin(seconds = 1) Duration sessionTimeout) {}

    public record Smtp(
            @NotBlank String host,
            @Min(1) @Max(65535) int port,
            @Nullable String username,
            @Nullable String password,
            @NotNull Security security,
            @DurationMin(millis = 100) Duration connectTimeout,
            @DurationMin(millis = 100) Duration readTimeout,
            @DurationMin(millis = 100) Duration writeTimeout,
            @Min(1) @Max(64) int connections) {

        /** STARTTLS: required, never merely tried. */
        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }
    }

    /**
     * @param messageIdDomain right of the @ of every Message-ID; must stay, later mails refer to earlier ones by it
     * @param ticketUrl where a connected issuer sees its ticket, with {@code {number}}
     */
    public record Mail(
            @Email @NotBlank String from,
            String fromName,
            @Nullable @Email String replyTo,
            @Pattern(regexp = "[A-Za-z0-9.-]{1,200}") @NotBlank String messageIdDomain,
            @Pattern(regexp = "https?://.*\\{number}.*") String ticketUrl,
            ZoneId timeZone) {}

    /**
     * @param maxFacts most facts in work at a time, without those that the mail server put off
     * @param maxWaiting most facts that wait because the mail server put their ticket off
     * @param maxBytes most bytes of facts held in memory
     * @param giveUpAfter how long a mail that the server puts off is tried
     * @param forgetAfter facts older than this whose outcome is not known are not mailed; must be less than the retention
     *     of mail-deliveries, beyond which nobody knows whether they were
     */
    public record Delivery(
            @Min(1) int maxFacts,
            @Min(1) int maxWaiting,
            DataSize maxBytes,
            @DurationMin(millis = 1) Duration retryFirst,
            @DurationMin(millis = 1) Duration retryMost,
            @DurationMin(millis = 1) Duration giveUpAfter,
            @DurationMin(millis = 1) Duration forgetAfter,
            @DurationMin(millis = 1) Duration commitInterval,
            @DurationMin(millis = 1) Duration stopTimeout) {}
}
