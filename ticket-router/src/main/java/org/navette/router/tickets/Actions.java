package org.navette.router.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.ActionRejected;
import org.navette.messages.ActionType;
import org.navette.messages.Correspondence;
import org.navette.messages.Fact;
import org.navette.messages.InformationGiven;
import org.navette.messages.InformationRequested;
import org.navette.messages.Issuer;
import org.navette.messages.Recipient;
import org.navette.messages.SolutionAccepted;
import org.navette.messages.SolutionProposed;
import org.navette.messages.SolutionRefused;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketClosed;
import org.navette.messages.TicketTaken;
import org.navette.messages.TicketTransferred;
import org.navette.messages.internal.TicketState;
import org.navette.router.recipients.RecipientResolver;

/** What an action does to a ticket that is known. */
public final class Actions {

    /** A repeat comes within seconds or minutes; more happen to a ticket in that time only by mischief. */
    static final int REMEMBERED = 50;

    private static final int NO_VERSION = 0;

    private Actions() {}

    /** Whether the action was judged before; it must not be judged again. */
    public static boolean isRepeat(TicketState state, TicketAction action) {
        return state.getRecentActions().contains(action.getActionId());
    }

    /**
     * An action that the {@link StatusMachine} doesn't reject.
     *
     * @param newRecipient of a transfer to a business service; null for one to technical support and for every other action
     */
    public static Change apply(TicketState before, TicketAction action, @Nullable Recipient newRecipient, Instant now) {
        Status status = StatusMachine.after(before, action.getType());
        int version = before.getVersion() + 1;
        boolean transferred = action.getType() == ActionType.TRANSFER;
        TicketState after = new TicketState(
                before.getSubmissionId(),
                version,
                status,
                before.getTicket(),
                transferred ? recipient(newRecipient) : before.getRecipient(),
                agentAfter(before, action),
                null,
                null,
                false,
                remembering(before, action),
                now);
        Fact fact = new Fact(action.getTicketNumber(), version, now, status, action.getActor());
        return new Change(after, fact(fact, after, action), transferred);
    }

    /** The ticket stays as it is, but for that the action is remembered. */
    public static Change reject(TicketState before, TicketAction action, String code, Instant now) {
        TicketState after = new TicketState(
                before.getSubmissionId(),
                before.getVersion(),
                before.getStatus(),
                before.getTicket(),
                before.getRecipient(),
                before.getAgent(),
                before.getRefusalCode(),
                before.getRefusalField(),
                before.getToldInForm(),
                remembering(before, action),
                before.getChangedAt());
        return new Change(after, rejection(action, before.getVersion(), before.getStatus(), code, now), false);
    }

    /** The answer to an action on a ticket that nobody has heard of. */
    public static ActionRejected rejectAsUnknown(TicketAction action, Instant now) {
        return rejection(action, NO_VERSION, Status.UNKNOWN, Rejection.TICKET_UNKNOWN.code(), now);
    }

    private static ActionRejected rejection(TicketAction action, int version, Status status, String code, Instant now) {
        Fact fact = new Fact(action.getTicketNumber(), version, now, status, action.getActor());
        return new ActionRejected(fact, action.getActionId(), action.getType(), code);
    }

    private static SpecificRecord fact(Fact fact, TicketState after, TicketAction action) {
        return switch (action.getType()) {
            case TAKE -> new TicketTaken(fact, action.getActor().getUser());
            case REQUEST_INFORMATION -> new InformationRequested(fact, correspondence(after), action.getText());
            case GIVE_INFORMATION -> new InformationGiven(fact, action.getText());
            case PROPOSE_SOLUTION -> new SolutionProposed(fact, correspondence(after), action.getText());
            case ACCEPT_SOLUTION -> new SolutionAccepted(fact);
            case REFUSE_SOLUTION -> new SolutionRefused(fact, action.getText());
            case TRANSFER -> new TicketTransferred(fact, after.getRecipient());
            case CLOSE -> new TicketClosed(fact);
            case UNKNOWN -> throw new IllegalArgumentException("the status machine rejects it");
        };
    }

    private static Recipient recipient(@Nullable Recipient businessService) {
        return businessService == null ? RecipientResolver.technicalSupport() : businessService;
    }

    private static @Nullable String agentAfter(TicketState before, TicketAction action) {
        return switch (action.getType()) {
            case TAKE -> action.getActor().getUser();
            case TRANSFER -> null;
            default -> before.getAgent();
        };
    }

    private static Correspondence correspondence(TicketState state) {
        Issuer issuer = state.getTicket().getIssuer();
        return new Correspondence(
                issuer.getConnected(),
                issuer.getEmail(),
                issuer.getLanguage(),
                state.getTicket().getTitle());
    }

    private static List<String> remembering(TicketState before, TicketAction action) {
        List<String> actions = new ArrayList<>(before.getRecentActions());
        actions.add(action.getActionId());
        return actions.subList(Math.max(0, actions.size() - REMEMBERED), actions.size());
    }
}
