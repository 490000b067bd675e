package org.navette.schemas;

import java.util.Objects;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;

/** How the keys that are not a ticket number are written; a change breaks the order and the joins of stored records. */
public final class Keys {

    private Keys() {}

    /** {@code scheme:value}. */
    public static String of(OrganisationId organisation) {
        return organisation.getScheme() + ":" + organisation.getValue();
    }

    /** {@code scheme:value}, or {@code scheme:value/service}; for a business service only. */
    public static String of(Recipient recipient) {
        OrganisationId organisation = Objects.requireNonNull(recipient.getOrganisation(), "a business service");
        String service = recipient.getService();
        return service == null ? of(organisation) : of(organisation) + "/" + service;
    }
}
