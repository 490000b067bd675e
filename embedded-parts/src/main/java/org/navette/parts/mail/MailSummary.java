package org.navette.parts.mail;

import java.time.Instant;

/**
 * A kept mail without its content.
 *
 * @param id rises with the time of acceptance
 * @param messageId without angle brackets, empty where the mail has none
 */
public record MailSummary(long id, String messageId, String recipient, String subject, Instant receivedAt) {}
