package org.navette.query.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Actor;
import org.navette.messages.Recipient;
import org.navette.messages.Status;

/**
 * One step in the history of a ticket.
 *
 * @param version of the ticket after it, from 1
 * @param type name of the fact's record type, such as {@code TicketOpened}
 * @param status of the ticket after it
 * @param text what was asked, answered, proposed or given as a reason
 * @param agent who took the ticket
 * @param recipient who must answer from now on, where that changed
 */
public record Activity(
        int version,
        String type,
        Instant at,
        Status status,
        Actor actor,
        @Nullable String text,
        @Nullable String agent,
        @Nullable Recipient recipient) {}
