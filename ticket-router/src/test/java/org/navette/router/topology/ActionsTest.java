package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.messages.ActionType.ACCEPT_SOLUTION;
import static org.navette.messages.ActionType.CLOSE;
import static org.navette.messages.ActionType.GIVE_INFORMATION;
import static org.navette.messages.ActionType.PROPOSE_SOLUTION;
import static org.navette.messages.ActionType.REFUSE_SOLUTION;
import static org.navette.messages.ActionType.REQUEST_INFORMATION;
import static org.navette.messages.ActionType.TAKE;
import static org.navette.messages.ActionType.TRANSFER;
import static org.navette.router.ActionMother.byAgentOf;
import static org.navette.router.ActionMother.byIssuer;
import static org.navette.router.ActionMother.bySupport;
import static org.navette.router.ActionMother.transferTo;
import static org.navette.router.DirectoryMother.town;
import static org.navette.router.TicketMother.TOWN;
import static org.navette.router.TicketMother.aTechnicalSubmission;
import static org.navette.router.TicketMother.anAnonymousSubmission;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.ActionRejected;
import org.navette.messages.Destination;
import org.navette.messages.Fact;
import org.navette.messages.InformationGiven;
import org.navette.messages.InformationRequested;
import org.navette.messages.SolutionAccepted;
import org.navette.messages.SolutionProposed;
import org.navette.messages.SolutionRefused;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketClosed;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketTaken;
import org.navette.messages.TicketTransferred;

class ActionsTest {

    private final RouterDriver router = new RouterDriver();
    private final TicketSubmitted submission = aTechnicalSubmission();
    private final String number = submission.getTicket().getNumber();

    @BeforeEach
    void loadTheDirectory() {
        router.load(town());
    }

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void aTicketLivesItsWholeLife() {
        router.submit(submission);
        router.ask(bySupport(TAKE, number));
        router.ask(bySupport(REQUEST_INFORMATION, number));
        router.ask(byIssuer(GIVE_INFORMATION, number));
        router.ask(bySupport(PROPOSE_SOLUTION, number));
        router.ask(byIssuer(REFUSE_SOLUTION, number));
        router.ask(bySupport(PROPOSE_SOLUTION, number));
        router.ask(byIssuer(ACCEPT_SOLUTION, number));

        List<SpecificRecord> facts = router.facts();
        assertThat(facts)
                .extracting(Object::getClass)
                .asList()
                .containsExactly(
                        TicketOpened.class,
                        TicketTaken.class,
                        InformationRequested.class,
                        InformationGiven.class,
                        SolutionProposed.class,
                        SolutionRefused.class,
                        SolutionProposed.class,
                        SolutionAccepted.class);
        assertThat(facts).extracting(fact -> head(fact).getVersion()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(head(facts.get(7)).getStatus()).isEqualTo(Status.CLOSED);
        assertThat(((SolutionProposed) facts.get(4)).getCorrespondence().getEmail())
                .isEqualTo("clerk@example.org");
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).hasSize(1);
    }

    @Test
    void theIssuerMayCloseAMootQuestion() {
        router.submit(submission);
        router.facts();
        router.ask(byIssuer(CLOSE, number));
        assertThat(head(router.fact(TicketClosed.class)).getStatus()).isEqualTo(Status.CLOSED);
    }

    @Test
    void anAnswerClosesAnAnonymousTicket() {
        TicketSubmitted anonymous = anAnonymousSubmission();
        String itsNumber = anonymous.getTicket().getNumber();
        router.submit(anonymous);
        router.ask(bySupport(TAKE, itsNumber));
        router.facts();
        router.ask(bySupport(PROPOSE_SOLUTION, itsNumber));

        SolutionProposed solution = router.fact(SolutionProposed.class);
        assertThat(solution.getFact().getStatus()).isEqualTo(Status.CLOSED);
        assertThat(solution.getCorrespondence().getConnected()).isFalse();
    }

    @Test
    void aRejectedActionIsAFactAndChangesNothing() {
        router.submit(submission);
        router.facts();
        router.ask(byIssuer(ACCEPT_SOLUTION, number));

        ActionRejected rejected = router.fact(ActionRejected.class);
        assertThat(rejected.getCode()).isEqualTo("wrong-status");
        assertThat(rejected.getFact().getVersion()).isEqualTo(1);
        assertThat(rejected.getFact().getStatus()).isEqualTo(Status.OPEN);
        assertThat(router.counted).last().isEqualTo("rejected wrong-status");
    }

    @Test
    void aRepeatedActionIsDroppedWhetherItWasAppliedOrRejected() {
        TicketAction take = bySupport(TAKE, number);
        TicketAction tooEarly = byIssuer(ACCEPT_SOLUTION, number);
        router.submit(submission);
        router.ask(take);
        router.ask(tooEarly);
        router.facts();
        router.ask(take);
        router.ask(tooEarly);
        assertThat(router.facts()).isEmpty();
    }

    @Test
    void anActionThatOvertakesItsTicketWaitsForIt() {
        TicketAction take = bySupport(TAKE, number);
        router.ask(take);
        router.ask(take);
        router.ask(bySupport(PROPOSE_SOLUTION, number));
        assertThat(router.facts()).isEmpty();

        router.driver.advanceWallClockTime(Duration.ofSeconds(5));
        router.submit(submission);
        assertThat(router.facts())
                .extracting(Object::getClass)
                .asList()
                .containsExactly(TicketOpened.class, TicketTaken.class, SolutionProposed.class);

        router.driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(router.facts()).isEmpty();
    }

    @Test
    void anActionOnATicketThatNeverComesIsRejected() {
        router.ask(bySupport(TAKE, number));
        router.driver.advanceWallClockTime(Duration.ofSeconds(9));
        assertThat(router.facts()).isEmpty();
        router.driver.advanceWallClockTime(Duration.ofSeconds(2));

        ActionRejected rejected = router.fact(ActionRejected.class);
        assertThat(rejected.getCode()).isEqualTo("ticket-unknown");
        assertThat(rejected.getFact().getVersion()).isZero();
        assertThat(rejected.getFact().getStatus()).isEqualTo(Status.UNKNOWN);
        router.driver.advanceWallClockTime(Duration.ofSeconds(20));
        assertThat(router.facts()).isEmpty();
    }

    @Test
    void aFloodOfActionsOnAnUnknownTicketIsNotKept() {
        for (int i = 0; i < HeldActions.MOST_PER_TICKET; i++) {
            router.ask(bySupport(TAKE, number));
        }
        assertThat(router.facts()).isEmpty();
        router.ask(bySupport(TAKE, number));
        assertThat(router.fact(ActionRejected.class).getCode()).isEqualTo("ticket-unknown");
    }

    @Test
    void aTransferBringsTheTicketToTheBusinessServiceAndBack() {
        router.submit(submission);
        router.queue(Destination.TECHNICAL_SUPPORT);
        router.ask(bySupport(TAKE, number));
        router.facts();
        router.ask(transferTo(TOWN, "COMPTA", number));

        TicketTransferred transferred = router.fact(TicketTransferred.class);
        assertThat(transferred.getFact().getVersion()).isEqualTo(3);
        assertThat(transferred.getRecipient().getServiceName()).isEqualTo("Comptabilité");
        assertThat(router.queue(Destination.BUSINESS_SERVICE))
                .extracting(TestRecord::value)
                .extracting(TicketForwarded::getVersion)
                .containsExactly(3);

        router.ask(byAgentOf(TOWN, TRANSFER, number));
        assertThat(router.fact(ActionRejected.class).getCode()).isEqualTo("not-taken");
        router.ask(byAgentOf(TOWN, TAKE, number));
        router.facts();
        router.ask(byAgentOf(TOWN, TRANSFER, number));
        assertThat(router.fact(TicketTransferred.class).getRecipient().getDestination())
                .isEqualTo(Destination.TECHNICAL_SUPPORT);
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).hasSize(1);
    }

    @Test
    void aTransferToNobodyIsRejectedWithTheReasonOfTheDirectory() {
        router.submit(submission);
        router.ask(bySupport(TAKE, number));
        router.facts();
        router.ask(transferTo(TOWN, "ANCIEN", number));
        assertThat(router.fact(ActionRejected.class).getCode()).isEqualTo("recipient-service-unsuitable");
        assertThat(router.queue(Destination.BUSINESS_SERVICE)).isEmpty();
    }

    @Test
    void aTransferThatOvertakesItsTicketWaitsForIt() {
        router.ask(bySupport(TAKE, number));
        router.ask(transferTo(TOWN, null, number));
        router.submit(submission);
        assertThat(router.facts())
                .extracting(Object::getClass)
                .asList()
                .containsExactly(TicketOpened.class, TicketTaken.class, TicketTransferred.class);
    }

    @Test
    void aStaleTransferIsRejected() {
        router.submit(submission);
        router.ask(bySupport(TAKE, number));
        router.facts();
        TicketAction transfer = transferTo(TOWN, null, number);
        transfer.setExpectedVersion(1);
        router.ask(transfer);
        assertThat(router.fact(ActionRejected.class).getCode()).isEqualTo("stale-version");
    }

    @Test
    void aClosedTicketIsForgottenInTheEndAndAnOpenOneIsNot() {
        router.submit(submission);
        TicketSubmitted closed = aTechnicalSubmission();
        router.submit(closed);
        router.ask(byIssuer(CLOSE, closed.getTicket().getNumber()));
        router.driver.advanceWallClockTime(
                RouterDriver.SETTINGS.ticketsKeptFor().plusMinutes(2));

        var tickets = router.driver.getKeyValueStore(OwnedTickets.STORE);
        assertThat(tickets.get(number)).isNotNull();
        assertThat(tickets.get(closed.getTicket().getNumber())).isNull();
    }

    private static Fact head(SpecificRecord fact) {
        return (Fact) fact.get(0);
    }
}
