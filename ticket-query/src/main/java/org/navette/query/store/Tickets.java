package org.navette.query.store;

import java.time.Duration;
import org.navette.query.QuerySettings;
import org.springframework.stereotype.Component;

/** The tickets of the read model, for those who ask for them. */
@Component
public final class Tickets {

    private final ReadModels models;
    private final Duration limit;

    Tickets(ReadModels models, QuerySettings settings) {
        this.models = models;
        this.limit = settings.queryTimeLimit();
    }

    /** One for each request. */
    public Reading reading() {
        return new Reading(models.shown(), TimeLimit.from(limit));
    }
}
