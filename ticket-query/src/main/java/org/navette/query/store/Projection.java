package org.navette.query.store;

import org.navette.query.facts.Batch;

/** Writes batches into a read model. Every write may be repeated, in any other cut of the batches. */
public final class Projection {

    private final ReadModel model;
    private final Interruptions interruptions;
    private final TicketWriter tickets;
    private final Replacing refusals;
    private final Replacing rejectedActions;
    private final MailWriter mails;

    Projection(ReadModel model, Interruptions interruptions, Portions portions, MailWriter mails) {
        this.model = model;
        this.interruptions = interruptions;
        this.tickets = new TicketWriter(model.tickets(), portions);
        this.refusals = new Replacing(model.refusals(), portions);
        this.rejectedActions = new Replacing(model.rejectedActions(), portions);
        this.mails = mails;
    }

    public ReadModel model() {
        return model;
    }

    /** Each consumer has its own. */
    public Positions positions() {
        return new Positions(model, interruptions);
    }

    /** @throws com.mongodb.MongoException where the database did not take it: some of it may be written */
    public Written write(Batch batch) {
        Written written = new Written();
        tickets.write(batch.tickets(), written);
        refusals.write(
                batch.refusals().entrySet().stream()
                        .map(refusal -> OtherDocuments.refusal(refusal.getKey(), refusal.getValue()))
                        .toList(),
                written);
        rejectedActions.write(
                batch.rejectedActions().entrySet().stream()
                        .map(action -> OtherDocuments.rejectedAction(action.getKey(), action.getValue()))
                        .toList(),
                written);
        mails.write(batch.mails(), written);
        return written;
    }
}
