package org.navette.query.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.messages.MailDelivery;
import org.navette.query.facts.Refusal;
import org.navette.query.facts.RejectedAction;
import org.navette.query.facts.TicketFacts;

/** Everything that the read model has under one number: facts, or a refusal. */
public record StoredTicket(
        @Nullable TicketFacts facts,
        @Nullable Refusal refusal,
        List<RejectedAction> rejectedActions,
        List<MailDelivery> undeliverableMails) {}
