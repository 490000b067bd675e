package org.navette.router;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.navette.messages.ActionType;
import org.navette.messages.Actor;
import org.navette.messages.OrganisationId;
import org.navette.messages.RecipientRequest;
import org.navette.messages.Role;
import org.navette.messages.TicketAction;

/** Actions as intake makes them. */
public final class ActionMother {

    public static final String AGENT = "agent-1";

    private ActionMother() {}

    public static TicketAction byIssuer(ActionType type, String ticket) {
        return action(type, ticket, new Actor(Role.ISSUER, TicketMother.CLERK, TicketMother.SUPPLIER));
    }

    public static TicketAction bySupport(ActionType type, String ticket) {
        return action(type, ticket, new Actor(Role.RECIPIENT, AGENT, null));
    }

    public static TicketAction byAgentOf(OrganisationId organisation, ActionType type, String ticket) {
        return action(type, ticket, new Actor(Role.RECIPIENT, AGENT, organisation));
    }

    public static TicketAction transferTo(OrganisationId organisation, String service, String ticket) {
        TicketAction action = bySupport(ActionType.TRANSFER, ticket);
        action.setTransferTo(new RecipientRequest(organisation, service));
        return action;
    }

    private static TicketAction action(ActionType type, String ticket, Actor actor) {
        String text =
                switch (type) {
                    case REQUEST_INFORMATION, GIVE_INFORMATION, PROPOSE_SOLUTION, REFUSE_SOLUTION -> "Bonjour,\nvoici.";
                    default -> null;
                };
        return new TicketAction(
                UUID.randomUUID().toString(),
                ticket,
                type,
                actor,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                text,
                null);
    }
}
