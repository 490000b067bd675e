package org.navette.query.facts;

import java.time.Instant;
import org.navette.messages.ActionType;
import org.navette.messages.Actor;

/**
 * An action that was not applied to a ticket.
 *
 * @param ticket its number; a ticket that nobody knows may be meant
 * @param version that the ticket stayed at
 * @param code why
 */
public record RejectedAction(
        String ticket, String actionId, ActionType type, int version, Instant at, Actor actor, String code) {}
