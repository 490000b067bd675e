package org.navette.router.tickets;

import static org.navette.messages.Role.ISSUER;
import static org.navette.messages.Role.RECIPIENT;
import static org.navette.messages.Status.AWAITING_INFORMATION;
import static org.navette.messages.Status.CLOSED;
import static org.navette.messages.Status.OPEN;
import static org.navette.messages.Status.RESOLVED;
import static org.navette.router.tickets.Rule.Need.CONNECTED_ISSUER;
import static org.navette.router.tickets.Rule.Need.NOT_TAKEN_BY_ACTOR;
import static org.navette.router.tickets.Rule.Need.OTHER_DESTINATION;
import static org.navette.router.tickets.Rule.Need.TAKEN_BY_ACTOR;
import static org.navette.router.tickets.Rule.Need.TEXT;
import static org.navette.router.tickets.Rule.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.messages.ActionType;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.internal.TicketState;

/** Which action may be done to a ticket by whom and when, and the status after it. */
public final class StatusMachine {

    private static final Map<ActionType, Rule> RULES = rules();

    private StatusMachine() {}

    private static Map<ActionType, Rule> rules() {
        Map<ActionType, Rule> rules = new EnumMap<>(ActionType.class);
        Set<Status> open = Set.of(OPEN);
        Set<Status> awaiting = Set.of(AWAITING_INFORMATION);
        Set<Status> openOrAwaiting = Set.of(OPEN, AWAITING_INFORMATION);
        Set<Status> resolved = Set.of(RESOLVED);
        rules.put(ActionType.TAKE, rule(RECIPIENT, openOrAwaiting, null, NOT_TAKEN_BY_ACTOR));
        rules.put(
                ActionType.REQUEST_INFORMATION,
                rule(RECIPIENT, open, AWAITING_INFORMATION, TEXT, TAKEN_BY_ACTOR, CONNECTED_ISSUER));
        rules.put(ActionType.GIVE_INFORMATION, rule(ISSUER, awaiting, OPEN, TEXT));
        rules.put(ActionType.PROPOSE_SOLUTION, rule(RECIPIENT, open, RESOLVED, TEXT, TAKEN_BY_ACTOR));
        rules.put(ActionType.ACCEPT_SOLUTION, rule(ISSUER, resolved, CLOSED));
        rules.put(ActionType.REFUSE_SOLUTION, rule(ISSUER, resolved, OPEN, TEXT));
        rules.put(ActionType.TRANSFER, rule(RECIPIENT, open, null, TAKEN_BY_ACTOR, OTHER_DESTINATION));
        rules.put(ActionType.CLOSE, rule(ISSUER, openOrAwaiting, CLOSED));
        return rules;
    }

    /** Why an action may not be done to a ticket as it stands; empty where it may. */
    public static Optional<Rejection> rejection(TicketState state, TicketAction action) {
        Rule rule = RULES.get(action.getType());
        if (rule == null) {
            return Optional.of(Rejection.ACTION_UNKNOWN);
        }
        // The actor first: who has no business with a ticket learns nothing of it.
        if (action.getActor().getRole() != rule.by() || !Actors.mayAct(action.getActor(), state)) {
            return Optional.of(Rejection.WRONG_ACTOR);
        }
        Integer seen = action.getExpectedVersion();
        if (seen != null && !seen.equals(state.getVersion())) {
            return Optional.of(Rejection.STALE_VERSION);
        }
        if (!rule.from().contains(state.getStatus())) {
            return Optional.of(Rejection.WRONG_STATUS);
        }
        return rule.needs().stream()
                .sorted()
                .flatMap(need -> unmet(need, state, action).stream())
                .findFirst();
    }

    /** The status of a ticket after an action that is not rejected. */
    public static Status after(TicketState state, ActionType action) {
        // An issuer who is not connected can't say yes: the answer closes the ticket.
        if (action == ActionType.PROPOSE_SOLUTION
                && !state.getTicket().getIssuer().getConnected()) {
            return CLOSED;
        }
        Status next = RULES.get(action).to();
        return next == null ? state.getStatus() : next;
    }

    private static Optional<Rejection> unmet(Rule.Need need, TicketState state, TicketAction action) {
        return switch (need) {
            case TEXT -> when(isBlank(action.getText()), Rejection.TEXT_MISSING);
            case TAKEN_BY_ACTOR -> when(!Actors.hasTaken(action.getActor(), state), Rejection.NOT_TAKEN);
            case NOT_TAKEN_BY_ACTOR -> when(Actors.hasTaken(action.getActor(), state), Rejection.ALREADY_TAKEN);
            case CONNECTED_ISSUER -> when(
                    !state.getTicket().getIssuer().getConnected(), Rejection.ISSUER_NOT_CONNECTED);
            case OTHER_DESTINATION -> when(
                    Actors.isAtTechnicalSupport(state) == (action.getTransferTo() == null),
                    Rejection.TRANSFER_NOT_ALLOWED);
        };
    }

    private static Optional<Rejection> when(boolean unmet, Rejection rejection) {
        return unmet ? Optional.of(rejection) : Optional.empty();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
