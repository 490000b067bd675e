package org.navette.query.store;

import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.schemas.Keys;

/** The fields of the read model by which it is searched, and how their values are made. */
public final class Fields {

    public static final String ID = "_id";
    public static final String VERSION = "version";
    public static final String STATUS = "status";
    public static final String SUBMITTED_AT = "submittedAt";
    public static final String UPDATED_AT = "updatedAt";
    public static final String CATEGORY = "category";
    public static final String SUB_CATEGORY = "subCategory";

    /** {@code scheme:value} of the issuing organisation; missing on an anonymous ticket. */
    public static final String ISSUER = "issuer";

    /** The destination, and for a business service its organisation and that organisation's service: a key each. */
    public static final String RECIPIENTS = "recipients";

    static final String MISSING = "missing";
    static final String RECIPIENT = "recipient";
    static final String ASSIGNED_TO = "assignedTo";
    static final String TICKET = "ticket";
    static final String HISTORY = "history";
    static final String CODE = "code";
    static final String FIELD = "field";
    static final String TICKET_NUMBER = "ticketNumber";

    private Fields() {}

    static String issuerKey(OrganisationId organisation) {
        return Keys.of(organisation);
    }

    static String recipientKey(Recipient recipient) {
        return Keys.of(recipient);
    }
}
