package org.navette.intake.idempotency;

import java.time.Instant;
import org.navette.schemas.TicketNumber;

/**
 * What every repeat of a request publishes, so that the router drops all but one.
 *
 * @param submissionId the same for all of them
 * @param submittedAt of the first
 */
public record Reservation(TicketNumber number, String submissionId, Instant submittedAt) {}
