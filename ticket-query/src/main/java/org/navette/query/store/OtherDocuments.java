package org.navette.query.store;

import static org.navette.query.store.Doc.instant;
import static org.navette.query.store.Doc.integer;
import static org.navette.query.store.Doc.required;
import static org.navette.query.store.Doc.string;
import static org.navette.query.store.Doc.symbol;

import org.bson.BsonDocument;
import org.navette.messages.ActionType;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.query.facts.Refusal;
import org.navette.query.facts.RejectedAction;

/** What stands beside tickets, as documents and back. */
final class OtherDocuments {

    private static final long NOT_STORED = -1;

    private OtherDocuments() {}

    static BsonDocument refusal(String number, Refusal refusal) {
        return Doc.id(number)
                .put(Fields.CODE, refusal.code())
                .put(Fields.FIELD, refusal.field())
                .put("at", refusal.at())
                .put(Fields.TICKET, MessageDocuments.ticket(refusal.ticket()))
                .bson();
    }

    static BsonDocument rejectedAction(String id, RejectedAction action) {
        return Doc.id(id)
                .put(Fields.TICKET_NUMBER, action.ticket())
                .put("actionId", action.actionId())
                .put("type", action.type().name())
                .put(Fields.VERSION, action.version())
                .put("at", action.at())
                .put("actor", MessageDocuments.actor(action.actor()))
                .put(Fields.CODE, action.code())
                .bson();
    }

    static BsonDocument mail(String id, MailDelivery mail) {
        return Doc.id(id)
                .put(Fields.TICKET_NUMBER, mail.getTicketNumber())
                .put(Fields.VERSION, mail.getVersion())
                .put("messageId", mail.getMessageId())
                .put("outcome", mail.getOutcome().name())
                .put("at", mail.getEndedAt())
                .put("attempts", mail.getAttempts())
                .put("reason", mail.getReason())
                .bson();
    }

    static Refusal refusal(BsonDocument document) {
        return new Refusal(
                MessageDocuments.ticket(required(document, Fields.ID), document.getDocument(Fields.TICKET)),
                instant(document, "at"),
                required(document, Fields.CODE),
                required(document, Fields.FIELD));
    }

    static RejectedAction rejectedAction(BsonDocument document) {
        return new RejectedAction(
                required(document, Fields.TICKET_NUMBER),
                required(document, "actionId"),
                symbol(ActionType.class, document, "type"),
                integer(document, Fields.VERSION),
                instant(document, "at"),
                MessageDocuments.actor(document.getDocument("actor")),
                required(document, Fields.CODE));
    }

    static MailDelivery mail(BsonDocument document) {
        return new MailDelivery(
                required(document, Fields.TICKET_NUMBER),
                integer(document, Fields.VERSION),
                NOT_STORED,
                required(document, "messageId"),
                symbol(MailOutcome.class, document, "outcome"),
                instant(document, "at"),
                integer(document, "attempts"),
                string(document, "reason"));
    }
}
