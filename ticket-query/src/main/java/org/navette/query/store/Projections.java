package org.navette.query.store;

import org.navette.query.QuerySettings;
import org.springframework.stereotype.Component;

/** Makes what writes into a read model. How much the database takes at once is learnt for all of them together. */
@Component
public final class Projections {

    private final Portions portions;
    private final Interruptions interruptions;

    Projections(QuerySettings settings, Interruptions interruptions) {
        this.portions = new Portions(settings.batchSize(), settings.databaseTimeout());
        this.interruptions = interruptions;
    }

    public Projection of(ReadModel model) {
        return new Projection(model, interruptions, portions, new MailWriter(model.undeliverableMails(), portions));
    }

    /** Into a read model that begins empty and that nobody else writes. */
    Projection ofNew(ReadModel model) {
        return new Projection(model, interruptions, portions, MailWriter.ofNew(model.undeliverableMails(), portions));
    }

    long interruptions() {
        return interruptions.count();
    }
}
