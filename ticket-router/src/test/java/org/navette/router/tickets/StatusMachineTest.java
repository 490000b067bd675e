package org.navette.router.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.messages.ActionType.ACCEPT_SOLUTION;
import static org.navette.messages.ActionType.CLOSE;
import static org.navette.messages.ActionType.GIVE_INFORMATION;
import static org.navette.messages.ActionType.PROPOSE_SOLUTION;
import static org.navette.messages.ActionType.REFUSE_SOLUTION;
import static org.navette.messages.ActionType.REQUEST_INFORMATION;
import static org.navette.messages.ActionType.TAKE;
import static org.navette.messages.ActionType.TRANSFER;
import static org.navette.messages.Status.CLOSED;
import static org.navette.messages.Status.OPEN;
import static org.navette.messages.Status.REFUSED;
import static org.navette.router.ActionMother.AGENT;
import static org.navette.router.ActionMother.byAgentOf;
import static org.navette.router.ActionMother.byIssuer;
import static org.navette.router.ActionMother.bySupport;
import static org.navette.router.ActionMother.transferTo;
import static org.navette.router.TicketMother.OTHER_SUPPLIER;
import static org.navette.router.TicketMother.TOWN;
import static org.navette.router.TicketMother.aTechnicalSubmission;
import static org.navette.router.TicketMother.anAnonymousSubmission;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.messages.ActionType;
import org.navette.messages.Destination;
import org.navette.messages.Recipient;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.internal.TicketState;
import org.navette.router.recipients.RecipientResolver;

class StatusMachineTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN,                 TAKE,                OPEN",
        "AWAITING_INFORMATION, TAKE,                AWAITING_INFORMATION",
        "OPEN,                 REQUEST_INFORMATION, AWAITING_INFORMATION",
        "AWAITING_INFORMATION, GIVE_INFORMATION,    OPEN",
        "OPEN,                 PROPOSE_SOLUTION,    RESOLVED",
        "RESOLVED,             ACCEPT_SOLUTION,     CLOSED",
        "RESOLVED,             REFUSE_SOLUTION,     OPEN",
        "OPEN,                 CLOSE,               CLOSED",
        "AWAITING_INFORMATION, CLOSE,               CLOSED",
    })
    void theseActionsLeadFromOneStatusToTheNext(Status from, ActionType type, Status to) {
        TicketState ticket = at(from);
        TicketAction action = rightfully(type);
        ticket.setAgent(type == TAKE ? null : AGENT);
        assertThat(StatusMachine.rejection(ticket, action)).isEmpty();
        assertThat(StatusMachine.after(ticket, type)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,                 GIVE_INFORMATION",
        "OPEN,                 ACCEPT_SOLUTION",
        "OPEN,                 REFUSE_SOLUTION",
        "AWAITING_INFORMATION, REQUEST_INFORMATION",
        "AWAITING_INFORMATION, PROPOSE_SOLUTION",
        "AWAITING_INFORMATION, ACCEPT_SOLUTION",
        "AWAITING_INFORMATION, TRANSFER",
        "RESOLVED,             TAKE",
        "RESOLVED,             PROPOSE_SOLUTION",
        "RESOLVED,             TRANSFER",
        "RESOLVED,             GIVE_INFORMATION",
        "RESOLVED,             CLOSE",
    })
    void theseActionsComeAtTheWrongTime(Status status, ActionType type) {
        assertThat(StatusMachine.rejection(at(status), rightfully(type))).contains(Rejection.WRONG_STATUS);
    }

    @ParameterizedTest
    @EnumSource(value = ActionType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void aClosedTicketStaysClosed(ActionType type) {
        assertThat(StatusMachine.rejection(at(CLOSED), rightfully(type))).contains(Rejection.WRONG_STATUS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActionType.class,
            names = {"GIVE_INFORMATION", "ACCEPT_SOLUTION", "REFUSE_SOLUTION", "CLOSE"})
    void nothingCanBeDoneToARefusedSubmission(ActionType type) {
        assertThat(StatusMachine.rejection(at(REFUSED), rightfully(type))).contains(Rejection.WRONG_STATUS);
    }

    @Test
    void theRecipientCannotClose() {
        assertThat(StatusMachine.rejection(at(OPEN), bySupport(CLOSE, "T"))).contains(Rejection.WRONG_ACTOR);
    }

    @Test
    void theIssuerCannotAnswerHimself() {
        assertThat(StatusMachine.rejection(at(OPEN), byIssuer(PROPOSE_SOLUTION, "T")))
                .contains(Rejection.WRONG_ACTOR);
    }

    @Test
    void anotherOrganisationHasNoBusinessWithTheTicket() {
        TicketAction foreign = byIssuer(CLOSE, "T");
        foreign.getActor().setOrganisation(OTHER_SUPPLIER);
        assertThat(StatusMachine.rejection(at(OPEN), foreign)).contains(Rejection.WRONG_ACTOR);
        assertThat(StatusMachine.rejection(at(OPEN), byAgentOf(TOWN, TAKE, "T")))
                .contains(Rejection.WRONG_ACTOR);
    }

    @Test
    void theAgentsOfABusinessServiceActForItsOrganisation() {
        TicketState ticket = at(OPEN);
        ticket.setAgent(null);
        ticket.setRecipient(new Recipient(Destination.BUSINESS_SERVICE, TOWN, "Ville", null, null));
        assertThat(StatusMachine.rejection(ticket, byAgentOf(TOWN, TAKE, "T"))).isEmpty();
        assertThat(StatusMachine.rejection(ticket, bySupport(TAKE, "T"))).contains(Rejection.WRONG_ACTOR);
    }

    @Test
    void whoSawAnOlderVersionIsTurnedAway() {
        TicketAction late = byIssuer(CLOSE, "T");
        late.setExpectedVersion(2);
        assertThat(StatusMachine.rejection(at(OPEN), late)).contains(Rejection.STALE_VERSION);
        late.setExpectedVersion(3);
        assertThat(StatusMachine.rejection(at(OPEN), late)).isEmpty();
    }

    @Test
    void anAgentTakesATicketBeforeHandlingIt() {
        TicketState ticket = at(OPEN);
        ticket.setAgent(null);
        assertThat(StatusMachine.rejection(ticket, bySupport(PROPOSE_SOLUTION, "T")))
                .contains(Rejection.NOT_TAKEN);
        ticket.setAgent("somebody else");
        assertThat(StatusMachine.rejection(ticket, bySupport(PROPOSE_SOLUTION, "T")))
                .contains(Rejection.NOT_TAKEN);
        assertThat(StatusMachine.rejection(ticket, bySupport(TAKE, "T"))).isEmpty();
        ticket.setAgent(AGENT);
        assertThat(StatusMachine.rejection(ticket, bySupport(TAKE, "T"))).contains(Rejection.ALREADY_TAKEN);
    }

    @Test
    void whatSaysSomethingNeedsAText() {
        TicketAction silent = bySupport(PROPOSE_SOLUTION, "T");
        silent.setText("  \n");
        assertThat(StatusMachine.rejection(at(OPEN), silent)).contains(Rejection.TEXT_MISSING);
    }

    @Test
    void anAnonymousIssuerIsAnsweredButNotAsked() {
        TicketState ticket = state(anAnonymousSubmission(), OPEN);
        assertThat(StatusMachine.rejection(ticket, bySupport(REQUEST_INFORMATION, "T")))
                .contains(Rejection.ISSUER_NOT_CONNECTED);
        assertThat(StatusMachine.rejection(ticket, bySupport(PROPOSE_SOLUTION, "T")))
                .isEmpty();
        assertThat(StatusMachine.after(ticket, PROPOSE_SOLUTION)).isEqualTo(CLOSED);
        assertThat(StatusMachine.rejection(ticket, byIssuer(CLOSE, "T"))).contains(Rejection.WRONG_ACTOR);
    }

    @Test
    void aTransferGoesFromSupportToAServiceOrBack() {
        TicketState ticket = at(OPEN);
        assertThat(StatusMachine.rejection(ticket, transferTo(TOWN, null, "T"))).isEmpty();
        assertThat(StatusMachine.rejection(ticket, bySupport(TRANSFER, "T"))).contains(Rejection.TRANSFER_NOT_ALLOWED);

        ticket.setRecipient(new Recipient(Destination.BUSINESS_SERVICE, TOWN, "Ville", null, null));
        assertThat(StatusMachine.rejection(ticket, byAgentOf(TOWN, TRANSFER, "T")))
                .isEmpty();
        TicketAction sideways = byAgentOf(TOWN, TRANSFER, "T");
        sideways.setTransferTo(transferTo(OTHER_SUPPLIER, null, "T").getTransferTo());
        assertThat(StatusMachine.rejection(ticket, sideways)).contains(Rejection.TRANSFER_NOT_ALLOWED);
    }

    @Test
    void anActionOfALaterVersionOfTheContractIsNotGuessedAt() {
        assertThat(StatusMachine.rejection(at(OPEN), byIssuer(ActionType.UNKNOWN, "T")))
                .contains(Rejection.ACTION_UNKNOWN);
    }

    private static TicketAction rightfully(ActionType type) {
        return switch (type) {
            case GIVE_INFORMATION, ACCEPT_SOLUTION, REFUSE_SOLUTION, CLOSE -> byIssuer(type, "T");
            case TRANSFER -> transferTo(TOWN, null, "T");
            default -> bySupport(type, "T");
        };
    }

    private static TicketState at(Status status) {
        return state(aTechnicalSubmission(), status);
    }

    private static TicketState state(TicketSubmitted submission, Status status) {
        return new TicketState(
                submission.getSubmissionId(),
                3,
                status,
                submission.getTicket(),
                RecipientResolver.technicalSupport(),
                AGENT,
                null,
                null,
                false,
                List.of(),
                Instant.EPOCH);
    }
}
