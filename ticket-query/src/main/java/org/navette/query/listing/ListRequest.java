package org.navette.query.listing;

import org.jspecify.annotations.Nullable;

/** A page of a list: tickets after the cursor, the youngest first. */
record ListRequest(TicketFilter filter, int limit, @Nullable Cursor cursor) {

    static final int DEFAULT_LIMIT = 50;
    static final int LARGEST_LIMIT = 200;
}
