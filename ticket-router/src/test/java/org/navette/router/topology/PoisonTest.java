package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.router.ActionMother.bySupport;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aTechnicalSubmission;
import static org.navette.router.TicketMother.classification;
import static org.navette.router.TicketMother.connected;
import static org.navette.router.TicketMother.submission;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.ActionType;
import org.navette.messages.Destination;
import org.navette.messages.Requirement;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketSubmitted;
import org.navette.router.DirectoryMother;
import org.navette.schemas.Topics;

class PoisonTest {

    private static final String CAUSE = "__streams.errors.message";

    private final RouterDriver router = new RouterDriver();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void whatIsNotInTheWireFormatIsADeadLetter() {
        router.sendBytes(Topics.TICKETS_SUBMITTED, "T", "hello".getBytes(StandardCharsets.UTF_8));
        router.sendBytes(Topics.TICKETS_SUBMITTED, "T", new byte[0]);
        router.sendBytes(Topics.TICKETS_SUBMITTED, "T", new byte[] {0, -1, -1, -1, -1, 0});
        assertThat(router.deadLetters()).hasSize(3);
        assertTheNextTicketPasses();
    }

    @Test
    void aRecordOfAnotherTypeIsADeadLetter() {
        router.send(Topics.TICKETS_SUBMITTED, "T", bySupport(ActionType.TAKE, "T"));
        assertDeadLetter("not a TicketSubmitted");
        assertTheNextTicketPasses();
    }

    @Test
    void aRecordWithoutKeyOrValueIsADeadLetter() {
        router.send(Topics.TICKETS_SUBMITTED, null, aTechnicalSubmission());
        assertDeadLetter("no key");
        router.send(Topics.TICKET_ACTIONS, "T", null);
        assertDeadLetter("no value");
        router.send(Topics.BUSINESS_OBJECTS, null, DirectoryMother.invoice("F-1"));
        assertDeadLetter("no key");
        router.send(Topics.BUSINESS_OBJECTS, "k".repeat(2_000), null);
        assertDeadLetter("a key of more than 1024 characters");
        assertTheNextTicketPasses();
    }

    @Test
    void aRecordUnderAnotherKeyIsADeadLetter() {
        router.send(Topics.TICKETS_SUBMITTED, "T", aTechnicalSubmission());
        assertDeadLetter("the key is not that of the value");
        router.send(Topics.TICKET_ACTIONS, "T", bySupport(ActionType.TAKE, "U"));
        assertDeadLetter("the key is not that of the value");
        router.send(Topics.ORGANISATIONS, "T", DirectoryMother.town());
        assertDeadLetter("the key is not that of the value");
        router.send(Topics.BUSINESS_OBJECTS, "T", DirectoryMother.invoice("F-1"));
        assertDeadLetter("the key is not that of the value");
        assertTheNextTicketPasses();
    }

    @Test
    void aRecordWithVeryLargeHeadersIsADeadLetter() {
        router.sendWithHeader(aTechnicalSubmission(), new byte[100_000]);
        assertDeadLetter("more than 65536 bytes of headers");
        assertTheNextTicketPasses();
    }

    @Test
    void aTicketOrAnActionUnderWhatIsNoTicketNumberIsADeadLetter() {
        router.send(Topics.TICKET_ACTIONS, "T", bySupport(ActionType.TAKE, "T"));
        assertDeadLetter("not a ticket number");
        TicketSubmitted odd = aTechnicalSubmission();
        odd.getTicket().setNumber(odd.getTicket().getNumber().toLowerCase(Locale.ROOT));
        router.submit(odd);
        assertDeadLetter("not a ticket number");
        assertThat(router.facts()).isEmpty();
        assertTheNextTicketPasses();
    }

    @Test
    void aDestinationOfALaterVersionOfTheContractIsADeadLetter() {
        router.submit(submission(classification(Destination.UNKNOWN, Requirement.NOTHING), connected(), null, null));
        assertDeadLetter("a destination that this version doesn't know");
        router.submit(
                submission(classification(Destination.BUSINESS_SERVICE, Requirement.UNKNOWN), connected(), null, null));
        assertDeadLetter("nothing tells which business service is meant");
        assertTheNextTicketPasses();
    }

    @Test
    void aBusinessTicketOfSomebodyWhoIsNotSignedInIsADeadLetter() {
        TicketSubmitted anonymous = aSubmissionAbout("invoice", "F-1");
        anonymous.getTicket().getIssuer().setConnected(false);
        router.submit(anonymous);
        assertDeadLetter("somebody who is not signed in");
        assertThat(router.facts()).isEmpty();
        assertTheNextTicketPasses();
    }

    @Test
    void aSecondTicketUnderTheSameNumberIsADeadLetterAndTheFirstStays() {
        TicketSubmitted first = aTechnicalSubmission();
        router.submit(first);
        router.facts();
        TicketSubmitted second =
                TicketSubmitted.newBuilder(first).setSubmissionId("another").build();
        router.submit(second);
        assertDeadLetter("another ticket has this number");
        assertThat(router.facts()).isEmpty();
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).hasSize(1);
    }

    @Test
    void aRecordThatIsTooLargeIsADeadLetter() {
        TicketSubmitted huge = aTechnicalSubmission();
        huge.getTicket().setDescription("x".repeat(300_000));
        router.submit(huge);
        assertThat(cause()).endsWith("are more than 262144");
        assertTheNextTicketPasses();
    }

    @Test
    void aVerdictForAPartitionThatIsNotThereStopsNobody() {
        TicketSubmitted submission = aTechnicalSubmission();
        submission.setVerdictPartition(5_000);
        router.submit(submission);
        router.fact(TicketOpened.class);
        assertThat(router.verdicts()).isEmpty();
    }

    private void assertDeadLetter(String cause) {
        assertThat(cause()).contains(cause);
    }

    private String cause() {
        var letters = router.deadLetters();
        assertThat(letters).hasSize(1);
        Header header = letters.get(0).headers().lastHeader(CAUSE);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private void assertTheNextTicketPasses() {
        router.facts();
        router.submit(aTechnicalSubmission());
        router.fact(TicketOpened.class);
    }
}
