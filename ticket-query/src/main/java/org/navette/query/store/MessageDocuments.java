package org.navette.query.store;

import static org.navette.query.store.Doc.instant;
import static org.navette.query.store.Doc.required;
import static org.navette.query.store.Doc.string;
import static org.navette.query.store.Doc.symbol;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Actor;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.messages.Requirement;
import org.navette.messages.Role;
import org.navette.messages.Ticket;
import org.navette.messages.Wording;

/** The parts of messages as documents, and back. */
final class MessageDocuments {

    private MessageDocuments() {}

    static BsonDocument ticket(Ticket ticket) {
        Classification classification = ticket.getClassification();
        Doc document = new Doc()
                .put("submittedAt", ticket.getSubmittedAt())
                .put("title", ticket.getTitle())
                .put("description", ticket.getDescription())
                .put("category", classification.getCategory())
                .put("categoryLabel", wording(classification.getCategoryLabel()))
                .put("subCategory", classification.getSubCategory())
                .put("subCategoryLabel", wording(classification.getSubCategoryLabel()))
                .put("destination", classification.getDestination().name())
                .put("requirement", classification.getRequirement().name())
                .put("issuer", issuer(ticket.getIssuer()));
        ObjectReference object = ticket.getObject();
        if (object != null) {
            document.put("objectType", object.getType()).put("objectNumber", object.getNumber());
        }
        return document.bson();
    }

    static Ticket ticket(String number, BsonDocument document) {
        String objectType = string(document, "objectType");
        return new Ticket(
                number,
                instant(document, "submittedAt"),
                new Classification(
                        required(document, "category"),
                        wording(document.getDocument("categoryLabel")),
                        required(document, "subCategory"),
                        wording(document.getDocument("subCategoryLabel")),
                        symbol(Destination.class, document, "destination"),
                        symbol(Requirement.class, document, "requirement")),
                objectType == null ? null : new ObjectReference(objectType, required(document, "objectNumber")),
                issuer(document.getDocument("issuer")),
                required(document, "title"),
                required(document, "description"));
    }

    private static BsonDocument issuer(Issuer issuer) {
        return organisation(new Doc(), issuer.getOrganisation())
                .put("connected", issuer.getConnected())
                .put("organisationName", issuer.getOrganisationName())
                .put("service", issuer.getService())
                .put("user", issuer.getUser())
                .put("email", issuer.getEmail())
                .put("language", issuer.getLanguage())
                .bson();
    }

    private static Issuer issuer(BsonDocument document) {
        return new Issuer(
                document.getBoolean("connected").getValue(),
                organisation(document),
                string(document, "organisationName"),
                string(document, "service"),
                string(document, "user"),
                required(document, "email"),
                required(document, "language"));
    }

    static BsonDocument recipient(Recipient recipient) {
        return organisation(new Doc(), recipient.getOrganisation())
                .put("destination", recipient.getDestination().name())
                .put("organisationName", recipient.getOrganisationName())
                .put("service", recipient.getService())
                .put("serviceName", recipient.getServiceName())
                .bson();
    }

    static Recipient recipient(BsonDocument document) {
        return new Recipient(
                symbol(Destination.class, document, "destination"),
                organisation(document),
                string(document, "organisationName"),
                string(document, "service"),
                string(document, "serviceName"));
    }

    static BsonDocument actor(Actor actor) {
        return organisation(new Doc(), actor.getOrganisation())
                .put("role", actor.getRole().name())
                .put("user", actor.getUser())
                .bson();
    }

    static Actor actor(BsonDocument document) {
        return new Actor(symbol(Role.class, document, "role"), string(document, "user"), organisation(document));
    }

    private static Doc organisation(Doc document, @Nullable OrganisationId organisation) {
        return organisation == null
                ? document
                : document.put("scheme", organisation.getScheme()).put("value", organisation.getValue());
    }

    private static @Nullable OrganisationId organisation(BsonDocument document) {
        String scheme = string(document, "scheme");
        return scheme == null ? null : new OrganisationId(scheme, required(document, "value"));
    }

    private static BsonDocument wording(Wording wording) {
        return new Doc().put("fr", wording.getFr()).put("en", wording.getEn()).bson();
    }

    private static Wording wording(BsonDocument document) {
        return new Wording(required(document, "fr"), required(document, "en"));
    }
}
