package org.navette.router.tickets;

import java.util.Objects;
import org.navette.messages.Actor;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.Recipient;
import org.navette.messages.internal.TicketState;

/**
 * Who is who to a ticket. That a user may act for an organisation was checked where he signed in; here it is only asked
 * whether that organisation is the ticket's.
 */
final class Actors {

    private Actors() {}

    static boolean mayAct(Actor actor, TicketState state) {
        return switch (actor.getRole()) {
            case ISSUER -> isIssuer(actor, state.getTicket().getIssuer());
            case RECIPIENT -> isRecipient(actor, state.getRecipient());
            default -> false;
        };
    }

    static boolean hasTaken(Actor actor, TicketState state) {
        return state.getAgent() != null && state.getAgent().equals(actor.getUser());
    }

    static boolean isAtTechnicalSupport(TicketState state) {
        return state.getRecipient() != null && state.getRecipient().getDestination() == Destination.TECHNICAL_SUPPORT;
    }

    private static boolean isIssuer(Actor actor, Issuer issuer) {
        return issuer.getConnected()
                && actor.getOrganisation() != null
                && actor.getOrganisation().equals(issuer.getOrganisation());
    }

    /** Agents of technical support act for no organisation. */
    private static boolean isRecipient(Actor actor, Recipient recipient) {
        return recipient != null
                && actor.getUser() != null
                && Objects.equals(actor.getOrganisation(), recipient.getOrganisation());
    }
}
