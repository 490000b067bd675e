package org.navette.query.listing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Destination;
import org.navette.messages.Status;

/**
 * Which tickets are wanted; what is null or empty doesn't restrict.
 *
 * @param issuer {@code scheme:value}
 * @param recipient {@code scheme:value}
 * @param recipientService code within that recipient
 */
record TicketFilter(
        @Nullable String issuer,
        @Nullable String recipient,
        @Nullable String recipientService,
        @Nullable Destination destination,
        Set<Status> statuses,
        @Nullable String category,
        @Nullable String subCategory) {}
