package org.navette.query.store;

import java.time.Duration;
import org.navette.query.QuerySettings;
import org.springframework.stereotype.Component;

/** The tickets of the read model, for those who ask for them. */
@Component
public final class Tickets {

    private final ReadModel model;
    private final Duration limit;

    Tickets(ReadModel model, QuerySettings settings) {
        this.model = model;
        this.limit = settings.queryTimeLimit();
    }

    /** One for each request. */
    public Reading reading() {
        return new Reading(model, TimeLimit.from(limit));
    }
}
