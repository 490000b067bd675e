package org.navette.router.tickets;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Role;
import org.navette.messages.Status;

/**
 * A row of the status machine.
 *
 * @param by who may do it
 * @param from at which statuses
 * @param to the status after it; null where it stays
 * @param needs what else must hold
 */
record Rule(Role by, Set<Status> from, @Nullable Status to, Set<Need> needs) {

    enum Need {
        /** A text comes with it. */
        TEXT,
        /** The agent has taken the ticket before. */
        TAKEN_BY_ACTOR,
        /** The agent doesn't have it already. */
        NOT_TAKEN_BY_ACTOR,
        /** The issuer can answer in the portal. */
        CONNECTED_ISSUER,
        /** It goes from a business service to technical support, or back from there. */
        OTHER_DESTINATION
    }

    static Rule rule(Role by, Set<Status> from, @Nullable Status to, Need... needs) {
        return new Rule(by, from, to, Set.of(needs));
    }
}
