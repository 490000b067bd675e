package org.navette.query.facts;

import java.time.Instant;
import org.navette.messages.Ticket;

/**
 * A submission that was turned away.
 *
 * @param ticket what was submitted
 * @param at when it was judged
 * @param code why
 * @param field what was at fault
 */
public record Refusal(Ticket ticket, Instant at, String code, String field) {}
