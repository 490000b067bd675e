package org.navette.router.tickets;

import org.apache.avro.specific.SpecificRecord;
import org.navette.messages.internal.TicketState;

/**
 * What a submission or an action does to a ticket.
 *
 * @param state all that is known of the ticket after it
 * @param fact what tells it, of ticket-events
 * @param forwarded whether the ticket goes to the queue of its recipient
 */
public record Change(TicketState state, SpecificRecord fact, boolean forwarded) {}
