package org.navette.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.navette.messages.ActionRejected;
import org.navette.messages.BusinessObject;
import org.navette.messages.InformationGiven;
import org.navette.messages.InformationRequested;
import org.navette.messages.MailDelivery;
import org.navette.messages.Organisation;
import org.navette.messages.SolutionAccepted;
import org.navette.messages.SolutionProposed;
import org.navette.messages.SolutionRefused;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketClosed;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketTaken;
import org.navette.messages.TicketTransferred;
import org.navette.messages.TicketVerdict;

/** Every topic of the pipeline, declared once; whoever reads or writes one creates it if it is missing, see {@link MissingTopics}. */
public final class Topics {

    private static final Map<String, String> KEPT_FOR_EVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    /** Submissions, key: ticket number. With {@link #TICKET_EVENTS} the source of truth. */
    public static final Topic TICKETS_SUBMITTED =
            topic("tickets-submitted", KEPT_FOR_EVER, TicketSubmitted.getClassSchema());

    /** What is asked of open tickets, key: ticket number. */
    public static final Topic TICKET_ACTIONS = topic("ticket-actions", KEPT_FOR_EVER, TicketAction.getClassSchema());

    /** What happened to tickets, key: ticket number; the first field of every record is a {@code Fact}. */
    public static final Topic TICKET_EVENTS = topic(
            "ticket-events",
            KEPT_FOR_EVER,
            TicketOpened.getClassSchema(),
            TicketRefused.getClassSchema(),
            TicketTaken.getClassSchema(),
            InformationRequested.getClassSchema(),
            InformationGiven.getClassSchema(),
            SolutionProposed.getClassSchema(),
            SolutionAccepted.getClassSchema(),
            SolutionRefused.getClassSchema(),
            TicketTransferred.getClassSchema(),
            TicketClosed.getClassSchema(),
            ActionRejected.getClassSchema());

    /** Tickets for technical support, key: ticket number. */
    public static final Topic TICKETS_TECHNICAL_SUPPORT =
            topic("tickets-technical-support", keptFor(Duration.ofDays(30)), TicketForwarded.getClassSchema());

    /** Tickets for business services, key: recipient, as {@link Keys#of(org.navette.messages.Recipient)} makes it. */
    public static final Topic TICKETS_BUSINESS_SERVICE =
            topic("tickets-business-service", keptFor(Duration.ofDays(30)), TicketForwarded.getClassSchema());

    /** Verdicts for the clients that wait; each intake instance reads only the partitions that it is assigned. */
    public static final Topic TICKET_VERDICTS =
            topic("ticket-verdicts", keptFor(Duration.ofHours(1)), TicketVerdict.getClassSchema());

    /** How e-mails ended, in the partition that the fact has in {@link #TICKET_EVENTS}. */
    public static final Topic MAIL_DELIVERIES =
            topic("mail-deliveries", keptFor(Duration.ofDays(90)), MailDelivery.getClassSchema());

    /** Invoices, refund claims and court fee statements, key: the object's id. */
    public static final Topic BUSINESS_OBJECTS = topic("business-objects", COMPACTED, BusinessObject.getClassSchema());

    /** The directory, key: {@link Keys#of(org.navette.messages.OrganisationId)}. */
    public static final Topic ORGANISATIONS = topic("organisations", COMPACTED, Organisation.getClassSchema());

    public static final List<Topic> ALL = List.of(
            TICKETS_SUBMITTED,
            TICKET_ACTIONS,
            TICKET_EVENTS,
            TICKETS_TECHNICAL_SUPPORT,
            TICKETS_BUSINESS_SERVICE,
            TICKET_VERDICTS,
            MAIL_DELIVERIES,
            BUSINESS_OBJECTS,
            ORGANISATIONS);

    private Topics() {}

    private static Topic topic(String name, Map<String, String> settings, Schema... values) {
        return new Topic(name, Arrays.asList(values), settings);
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(time.toMillis()));
    }
}
