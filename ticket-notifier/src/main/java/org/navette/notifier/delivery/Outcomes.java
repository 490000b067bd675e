package org.navette.notifier.delivery;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.MessageIds;
import org.navette.notifier.smtp.Reason;
import org.navette.schemas.Topics;

/**
 * How e-mails ended, in mail-deliveries. It is what a restart goes by: the record stands in the partition that has its
 * fact's number, so that whoever gets the one reads the other.
 */
final class Outcomes {

    private final Outbox outbox;
    private final Serializer<MailDelivery> serializer;
    private final MessageIds messageIds;
    private final Clock clock;

    Outcomes(Outbox outbox, Serializer<MailDelivery> serializer, MessageIds messageIds, Clock clock) {
        this.outbox = outbox;
        this.serializer = serializer;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    /** Makes sure that outcomes can be written at all, before any mail is sent. */
    void check() {
        serializer.serialize(
                Topics.MAIL_DELIVERIES.name(),
                new MailDelivery("", 0, 0L, "", MailOutcome.UNKNOWN, clock.instant(), 0, null));
    }

    /** @return offset in mail-deliveries */
    long record(FactTask task, Letter letter, MailOutcome outcome, @Nullable Reason reason)
            throws InterruptedException {
        String messageId = messageIds.of(letter);
        MailDelivery delivery = new MailDelivery(
                letter.ticketNumber(),
                letter.version(),
                task.record().offset(),
                messageId.substring(1, messageId.length() - 1),
                outcome,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                task.attempts(),
                reason == null ? null : reason.code() + " " + reason.text());
        return outbox.write(
                new ProducerRecord<>(
                        Topics.MAIL_DELIVERIES.name(),
                        task.record().partition(),
                        task.record().key(),
                        serializer.serialize(Topics.MAIL_DELIVERIES.name(), delivery)),
                // Whatever the cause: the mail is out, and must not be sent again because its outcome was not written.
                cause -> !task.assignment().isRevoked());
    }
}
