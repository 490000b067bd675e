package org.navette.query.store;

import static org.navette.query.store.Doc.instant;
import static org.navette.query.store.Doc.required;
import static org.navette.query.store.Doc.string;
import static org.navette.query.store.Doc.symbol;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.query.facts.Activity;
import org.navette.query.facts.TicketFacts;

/** A ticket's facts as the document that is stored, as the change of one that is there, and back. */
final class TicketDocuments {

    private TicketDocuments() {}

    static BsonDocument whole(TicketFacts facts) {
        Doc document = Doc.id(facts.number());
        Ticket ticket = facts.ticket().orElse(null);
        if (ticket != null) {
            document.put(Fields.SUBMITTED_AT, ticket.getSubmittedAt())
                    .put(Fields.CATEGORY, ticket.getClassification().getCategory())
                    .put(Fields.SUB_CATEGORY, ticket.getClassification().getSubCategory())
                    .put(Fields.ISSUER, issuer(ticket.getIssuer().getOrganisation()));
        }
        putState(document, facts);
        if (ticket != null) {
            document.put(Fields.TICKET, MessageDocuments.ticket(ticket));
        }
        BsonDocument history = new BsonDocument();
        facts.history().forEach((version, activity) -> history.put(String.valueOf(version), activity(activity)));
        return document.put(Fields.MISSING, facts.missing())
                .put(Fields.HISTORY, history)
                .bson();
    }

    /** What brings a document up to date that holds every fact before these. May be repeated. */
    static BsonDocument change(TicketFacts facts) {
        Doc set = new Doc();
        putState(set, facts);
        facts.history().forEach((version, activity) -> set.put(Fields.HISTORY + "." + version, activity(activity)));
        Doc change = new Doc().put("$set", set.bson());
        boolean given = facts.assignment().map(Activity::agent).isEmpty()
                && facts.recipient().isPresent();
        if (given) {
            change.put("$unset", new Doc().put(Fields.ASSIGNED_TO, "").bson());
        }
        return change.bson();
    }

    private static void putState(Doc document, TicketFacts facts) {
        document.put(Fields.VERSION, facts.version())
                .put(Fields.STATUS, facts.status().name())
                .put(Fields.UPDATED_AT, facts.last().at());
        facts.recipient().ifPresent(recipient -> document.put(Fields.RECIPIENT, MessageDocuments.recipient(recipient))
                .put(Fields.RECIPIENTS, recipientKeys(recipient)));
        facts.assignment().ifPresent(taken -> document.put(Fields.ASSIGNED_TO, taken.agent()));
    }

    private static @Nullable String issuer(@Nullable OrganisationId organisation) {
        return organisation == null ? null : Fields.issuerKey(organisation);
    }

    private static BsonArray recipientKeys(Recipient recipient) {
        BsonArray keys = new BsonArray();
        keys.add(new BsonString(recipient.getDestination().name()));
        if (recipient.getOrganisation() != null) {
            keys.add(new BsonString(Fields.issuerKey(recipient.getOrganisation())));
            if (recipient.getService() != null) {
                keys.add(new BsonString(Fields.recipientKey(recipient)));
            }
        }
        return keys;
    }

    static TicketFacts facts(BsonDocument document) {
        String number = required(document, Fields.ID);
        List<Activity> history = new ArrayList<>();
        document.getDocument(Fields.HISTORY)
                .forEach(
                        (version, activity) -> history.add(activity(Integer.parseInt(version), activity.asDocument())));
        Ticket ticket = document.containsKey(Fields.TICKET)
                ? MessageDocuments.ticket(number, document.getDocument(Fields.TICKET))
                : null;
        return new TicketFacts(number, ticket, history);
    }

    private static BsonDocument activity(Activity activity) {
        Doc document = new Doc()
                .put("type", activity.type())
                .put("at", activity.at())
                .put("status", activity.status().name())
                .put("actor", MessageDocuments.actor(activity.actor()))
                .put("text", activity.text())
                .put("agent", activity.agent());
        Recipient recipient = activity.recipient();
        return (recipient == null ? document : document.put("recipient", MessageDocuments.recipient(recipient))).bson();
    }

    private static Activity activity(int version, BsonDocument document) {
        return new Activity(
                version,
                required(document, "type"),
                instant(document, "at"),
                symbol(Status.class, document, "status"),
                MessageDocuments.actor(document.getDocument("actor")),
                string(document, "text"),
                string(document, "agent"),
                document.containsKey("recipient")
                        ? MessageDocuments.recipient(document.getDocument("recipient"))
                        : null);
    }
}
