package org.navette.query.store;

import static org.navette.query.store.Doc.instant;
import static org.navette.query.store.Doc.integer;
import static org.navette.query.store.Doc.required;
import static org.navette.query.store.Doc.string;
import static org.navette.query.store.Doc.symbol;

import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Recipient;
import org.navette.messages.Status;
import org.navette.messages.Ticket;

/** A ticket as lists show it: its description is empty. */
public record TicketRow(
        Ticket ticket,
        int version,
        Status status,
        Instant updatedAt,
        Recipient recipient,
        @Nullable String assignedTo) {

    static TicketRow of(BsonDocument document) {
        BsonDocument ticket = document.getDocument(Fields.TICKET);
        ticket.put("description", new BsonString(""));
        return new TicketRow(
                MessageDocuments.ticket(required(document, Fields.ID), ticket),
                integer(document, Fields.VERSION),
                symbol(Status.class, document, Fields.STATUS),
                instant(document, Fields.UPDATED_AT),
                MessageDocuments.recipient(document.getDocument(Fields.RECIPIENT)),
                string(document, Fields.ASSIGNED_TO));
    }
}
