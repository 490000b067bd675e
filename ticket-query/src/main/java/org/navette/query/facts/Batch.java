package org.navette.query.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.ActionRejected;
import org.navette.messages.Fact;
import org.navette.messages.InformationGiven;
import org.navette.messages.InformationRequested;
import org.navette.messages.MailDelivery;
import org.navette.messages.Recipient;
import org.navette.messages.SolutionAccepted;
import org.navette.messages.SolutionProposed;
import org.navette.messages.SolutionRefused;
import org.navette.messages.Ticket;
import org.navette.messages.TicketClosed;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketTaken;
import org.navette.messages.TicketTransferred;
import org.navette.schemas.TicketNumber;

/** Records that are written together, folded by ticket, so that a ticket is touched once however much happened to it. */
public final class Batch {

    private final Map<String, TicketFacts> tickets = new LinkedHashMap<>();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final Map<String, RejectedAction> rejectedActions = new LinkedHashMap<>();
    private final Map<String, MailDelivery> mails = new LinkedHashMap<>();

    /**
     * Adds a fact or the outcome of an e-mail.
     *
     * @param key of the record, which decides on the order and has to be the ticket's number
     * @throws UnusableRecordException where it is neither, or contradicts itself; the batch is as it was
     */
    public void add(String key, SpecificRecord message) {
        if (message instanceof MailDelivery mail) {
            mails.put(number(mail.getTicketNumber(), key) + "." + mail.getVersion(), mail);
            return;
        }
        if (!(message.getSchema().getFields().size() > 0 && message.get(0) instanceof Fact fact)) {
            throw new UnusableRecordException(
                    message.getSchema().getName() + " is neither a fact nor the outcome of an e-mail");
        }
        String number = number(fact.getTicketNumber(), key);
        if (message instanceof ActionRejected rejected) {
            rejectedActions.put(number + "." + rejected.getActionId(), rejectedAction(rejected));
        } else if (message instanceof TicketRefused refused) {
            refusals.put(number, refusal(refused));
        } else {
            add(fact, message);
        }
    }

    private void add(Fact fact, SpecificRecord message) {
        if (fact.getVersion() < 1) {
            throw new UnusableRecordException("version " + fact.getVersion() + " of a ticket, versions begin at 1");
        }
        Activity activity = activity(fact, message);
        if (message instanceof TicketOpened opened) {
            checkOpened(fact, opened);
            facts(fact).opened(opened.getTicket());
        } else if (fact.getVersion() == 1) {
            throw new UnusableRecordException(
                    message.getSchema().getName() + " as version 1, which is always TicketOpened");
        }
        facts(fact).add(activity);
    }

    private TicketFacts facts(Fact fact) {
        return tickets.computeIfAbsent(fact.getTicketNumber(), TicketFacts::new);
    }

    private static Activity activity(Fact fact, SpecificRecord message) {
        if (message instanceof TicketOpened opened) {
            return activity(fact, message, null, null, opened.getRecipient());
        } else if (message instanceof TicketTransferred transferred) {
            return activity(fact, message, null, null, transferred.getRecipient());
        } else if (message instanceof TicketTaken taken) {
            return activity(fact, message, null, taken.getAgent(), null);
        } else if (message instanceof InformationRequested requested) {
            return activity(fact, message, requested.getText(), null, null);
        } else if (message instanceof InformationGiven given) {
            return activity(fact, message, given.getText(), null, null);
        } else if (message instanceof SolutionProposed proposed) {
            return activity(fact, message, proposed.getText(), null, null);
        } else if (message instanceof SolutionRefused refused) {
            return activity(fact, message, refused.getReason(), null, null);
        } else if (message instanceof SolutionAccepted || message instanceof TicketClosed) {
            return activity(fact, message, null, null, null);
        }
        throw new UnusableRecordException(message.getSchema().getName() + " is a fact that this release doesn't know");
    }

    private static Activity activity(
            Fact fact,
            SpecificRecord message,
            @Nullable String text,
            @Nullable String agent,
            @Nullable Recipient recipient) {
        return new Activity(
                fact.getVersion(),
                message.getSchema().getName(),
                fact.getOccurredAt(),
                fact.getStatus(),
                fact.getActor(),
                text,
                agent,
                recipient);
    }

    private static void checkOpened(Fact fact, TicketOpened opened) {
        if (fact.getVersion() != 1) {
            throw new UnusableRecordException("TicketOpened as version " + fact.getVersion() + ", it is always 1");
        }
        checkSameTicket(fact, opened.getTicket());
    }

    private static Refusal refusal(TicketRefused refused) {
        checkSameTicket(refused.getFact(), refused.getTicket());
        return new Refusal(
                refused.getTicket(), refused.getFact().getOccurredAt(), refused.getCode(), refused.getField());
    }

    private static RejectedAction rejectedAction(ActionRejected rejected) {
        Fact fact = rejected.getFact();
        return new RejectedAction(
                fact.getTicketNumber(),
                rejected.getActionId(),
                rejected.getType(),
                fact.getVersion(),
                fact.getOccurredAt(),
                fact.getActor(),
                rejected.getCode());
    }

    private static void checkSameTicket(Fact fact, Ticket ticket) {
        if (!fact.getTicketNumber().equals(ticket.getNumber())) {
            throw new UnusableRecordException("the fact is about another ticket than the one that it carries");
        }
    }

    private static String number(String number, String key) {
        if (!number.equals(key)) {
            throw new UnusableRecordException("the key is not the ticket's number");
        }
        if (!TicketNumber.isWellFormed(number)) {
            throw new UnusableRecordException("not a ticket number as it is stored");
        }
        return number;
    }

    /** The facts of one ticket, a batch for each: what can't be written together may be, as far as it goes. */
    public List<Batch> oneByOne(String number) {
        TicketFacts together = tickets.get(number);
        return together == null
                ? List.of()
                : together.oneByOne().stream()
                        .map(facts -> {
                            Batch alone = new Batch();
                            alone.tickets.put(number, facts);
                            return alone;
                        })
                        .toList();
    }

    public Collection<TicketFacts> tickets() {
        return tickets.values();
    }

    public Map<String, Refusal> refusals() {
        return refusals;
    }

    public Map<String, RejectedAction> rejectedActions() {
        return rejectedActions;
    }

    /** The last outcome of each e-mail, under {@code number.version} of the fact that it tells. */
    public Map<String, MailDelivery> mails() {
        return mails;
    }
}
