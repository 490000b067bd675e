package org.navette.router.topology;

import java.time.Duration;

/**
 * How long the owner of a ticket remembers.
 *
 * @param actionsHeldFor how long an action waits for a ticket that is not known yet
 * @param ticketsKeptFor how long after its end a ticket leaves the state; a submission that is older, and not known, may
 *     have been such a ticket and is not judged
 */
public record OwnerSettings(Duration actionsHeldFor, Duration ticketsKeptFor) {}
