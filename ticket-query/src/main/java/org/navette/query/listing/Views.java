package org.navette.query.listing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Actor;
import org.navette.messages.Issuer;
import org.navette.messages.MailDelivery;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.messages.Wording;
import org.navette.query.facts.Activity;
import org.navette.query.facts.Refusal;
import org.navette.query.facts.RejectedAction;
import org.navette.query.facts.TicketFacts;
import org.navette.query.listing.TicketViews.ActivityView;
import org.navette.query.listing.TicketViews.ActorView;
import org.navette.query.listing.TicketViews.Coded;
import org.navette.query.listing.TicketViews.IssuerLine;
import org.navette.query.listing.TicketViews.IssuerView;
import org.navette.query.listing.TicketViews.Label;
import org.navette.query.listing.TicketViews.ObjectView;
import org.navette.query.listing.TicketViews.OrganisationView;
import org.navette.query.listing.TicketViews.RecipientView;
import org.navette.query.listing.TicketViews.RefusalView;
import org.navette.query.listing.TicketViews.RejectedActionView;
import org.navette.query.listing.TicketViews.TicketDetail;
import org.navette.query.listing.TicketViews.TicketLine;
import org.navette.query.listing.TicketViews.UndeliverableMailView;
import org.navette.query.store.StoredTicket;
import org.navette.query.store.TicketRow;
import org.navette.schemas.TicketNumber;

/** Makes what is shown of what is stored. */
final class Views {

    private Views() {}

    static TicketLine line(TicketRow row) {
        Ticket ticket = row.ticket();
        Issuer issuer = ticket.getIssuer();
        return new TicketLine(
                ticket.getNumber(),
                grouped(ticket.getNumber()),
                row.status().name(),
                row.version(),
                ticket.getSubmittedAt(),
                row.updatedAt(),
                category(ticket),
                subCategory(ticket),
                ticket.getTitle(),
                new IssuerLine(
                        issuer.getConnected(), organisation(issuer.getOrganisation()), issuer.getOrganisationName()),
                recipient(row.recipient()),
                object(ticket.getObject()),
                row.assignedTo());
    }

    static TicketDetail detail(String number, StoredTicket stored) {
        TicketFacts facts = stored.facts();
        Refusal refusal = stored.refusal();
        Optional<Ticket> ticket =
                facts != null ? facts.ticket() : Optional.ofNullable(refusal).map(Refusal::ticket);
        return new TicketDetail(
                number,
                grouped(number),
                facts == null ? Status.REFUSED.name() : facts.status().name(),
                facts == null ? 1 : facts.version(),
                ticket.map(Ticket::getSubmittedAt).orElse(null),
                facts == null ? refusal.at() : facts.last().at(),
                ticket.map(Views::category).orElse(null),
                ticket.map(Views::subCategory).orElse(null),
                ticket.map(Ticket::getTitle).orElse(null),
                ticket.map(Ticket::getDescription).orElse(null),
                ticket.map(Ticket::getIssuer).map(Views::issuer).orElse(null),
                facts == null ? null : facts.recipient().map(Views::recipient).orElse(null),
                ticket.map(Ticket::getObject).map(Views::object).orElse(null),
                facts == null ? null : facts.assignment().map(Activity::agent).orElse(null),
                refusal == null ? null : new RefusalView(refusal.code(), refusal.field(), refusal.at()),
                facts == null
                        ? List.of()
                        : facts.history().values().stream().map(Views::activity).toList(),
                stored.rejectedActions().stream().map(Views::rejectedAction).toList(),
                stored.undeliverableMails().stream().map(Views::mail).toList());
    }

    private static String grouped(String number) {
        return TicketNumber.parse(number).map(TicketNumber::grouped).orElse(number);
    }

    private static Coded category(Ticket ticket) {
        return new Coded(
                ticket.getClassification().getCategory(),
                label(ticket.getClassification().getCategoryLabel()));
    }

    private static Coded subCategory(Ticket ticket) {
        return new Coded(
                ticket.getClassification().getSubCategory(),
                label(ticket.getClassification().getSubCategoryLabel()));
    }

    private static Label label(Wording wording) {
        return new Label(wording.getFr(), wording.getEn());
    }

    private static IssuerView issuer(Issuer issuer) {
        return new IssuerView(
                issuer.getConnected(),
                organisation(issuer.getOrganisation()),
                issuer.getOrganisationName(),
                issuer.getService(),
                issuer.getUser(),
                issuer.getEmail(),
                issuer.getLanguage());
    }

    private static RecipientView recipient(Recipient recipient) {
        return new RecipientView(
                recipient.getDestination().name(),
                organisation(recipient.getOrganisation()),
                recipient.getOrganisationName(),
                recipient.getService(),
                recipient.getServiceName());
    }

    private static @Nullable OrganisationView organisation(@Nullable OrganisationId organisation) {
        return organisation == null ? null : new OrganisationView(organisation.getScheme(), organisation.getValue());
    }

    private static @Nullable ObjectView object(@Nullable ObjectReference object) {
        return object == null ? null : new ObjectView(object.getType(), object.getNumber());
    }

    private static ActorView actor(Actor actor) {
        return new ActorView(actor.getRole().name(), actor.getUser(), organisation(actor.getOrganisation()));
    }

    private static ActivityView activity(Activity activity) {
        return new ActivityView(
                activity.version(),
                activity.type(),
                activity.at(),
                activity.status().name(),
                actor(activity.actor()),
                activity.text(),
                activity.agent(),
                Optional.ofNullable(activity.recipient()).map(Views::recipient).orElse(null));
    }

    private static RejectedActionView rejectedAction(RejectedAction action) {
        return new RejectedActionView(
                action.actionId(),
                action.type().name(),
                action.version(),
                action.at(),
                actor(action.actor()),
                action.code());
    }

    private static UndeliverableMailView mail(MailDelivery mail) {
        return new UndeliverableMailView(
                mail.getVersion(),
                mail.getMessageId(),
                mail.getOutcome().name(),
                mail.getEndedAt(),
                mail.getAttempts(),
                mail.getReason());
    }
}
