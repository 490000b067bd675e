package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.router.DirectoryMother.FORMER_RECIPIENT;
import static org.navette.router.DirectoryMother.TOWN_HALL;
import static org.navette.router.DirectoryMother.invoice;
import static org.navette.router.DirectoryMother.object;
import static org.navette.router.DirectoryMother.town;
import static org.navette.router.TicketMother.TOWN;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aSubmissionTo;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.time.Duration;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.ActionType;
import org.navette.messages.BusinessObject;
import org.navette.messages.Destination;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.messages.Status;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketForwarded;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.router.ActionMother;
import org.navette.router.TicketMother;
import org.navette.schemas.Keys;
import org.navette.schemas.Topics;

class SubmissionsTest {

    private final RouterDriver router = new RouterDriver();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void aTechnicalTicketGoesWholeToTechnicalSupport() {
        TicketSubmitted submission = aTechnicalSubmission();
        router.submit(submission);

        TicketOpened opened = router.fact(TicketOpened.class);
        assertThat(opened.getFact().getVersion()).isEqualTo(1);
        assertThat(opened.getFact().getStatus()).isEqualTo(Status.OPEN);
        assertThat(opened.getTicket()).isEqualTo(submission.getTicket());
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT))
                .extracting(TestRecord::key)
                .containsExactly(submission.getTicket().getNumber());
        assertThat(router.queue(Destination.BUSINESS_SERVICE)).isEmpty();
        assertThat(router.verdicts()).isEmpty();
        assertThat(router.counted).containsExactly("routed TECHNICAL_SUPPORT");
    }

    @Test
    void aTicketAboutAnInvoiceGoesToTheRecipientOfTheInvoice() {
        router.load(invoice("F-1"));
        TicketSubmitted submission = aSubmissionAbout("invoice", "F-1");
        router.submit(submission);

        assertThat(router.fact(TicketOpened.class).getRecipient().getServiceName())
                .isEqualTo("Comptabilité");
        TestRecord<String, TicketForwarded> forwarded =
                router.queue(Destination.BUSINESS_SERVICE).get(0);
        assertThat(forwarded.key()).isEqualTo("SIRET:21750001600019/COMPTA");
        assertThat(forwarded.value().getTicket()).isEqualTo(submission.getTicket());
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).isEmpty();
    }

    @Test
    void aRejectedInvoiceLeadsToItsInitialRecipient() {
        router.load(object("invoice", "F-1", 2026, ObjectState.REJECTED, TOWN_HALL, FORMER_RECIPIENT));
        router.submit(aSubmissionAbout("invoice", "F-1"));

        assertThat(router.fact(TicketOpened.class).getRecipient().getOrganisationName())
                .isEqualTo("Service d’avant");
    }

    @Test
    void theLatestYearOfANumberIsMeant() {
        router.load(object("invoice", "F-1", 2026, ObjectState.SENT, TOWN_HALL, null));
        router.load(object("invoice", "F-1", 2024, ObjectState.SENT, FORMER_RECIPIENT, null));
        router.submit(aSubmissionAbout("invoice", "F-1"));

        assertThat(router.fact(TicketOpened.class).getRecipient().getOrganisationName())
                .isEqualTo("Ville de Lutèce");
    }

    @Test
    void anObjectThatNobodyLoadedIsRefused() {
        router.submit(aSubmissionAbout("invoice", "F-404"));
        assertRefused("object-not-found", "object.number");
    }

    @Test
    void theObjectOfAnotherOrganisationIsNotFound() {
        BusinessObject theirs = invoice("F-1");
        theirs.setIssuer(TicketMother.OTHER_SUPPLIER);
        router.load(theirs);
        router.submit(aSubmissionAbout("invoice", "F-1"));
        assertRefused("object-not-found", "object.number");
    }

    @Test
    void anObjectOfAnotherTypeIsRefusedAsSuch() {
        router.load(invoice("F-1"));
        router.submit(aSubmissionAbout("refund-claim", "F-1"));
        assertRefused("object-type-mismatch", "object.number");
    }

    @Test
    void aDraftWithoutRecipientIsRefused() {
        router.load(object("invoice", "F-1", 2026, ObjectState.DRAFT, null, null));
        router.submit(aSubmissionAbout("invoice", "F-1"));
        assertRefused("object-recipient-unknown", "object.number");
    }

    @Test
    void aDeletedObjectIsNotFound() {
        BusinessObject invoice = invoice("F-1");
        router.load(invoice);
        router.send(Topics.BUSINESS_OBJECTS, invoice.getId(), null);
        router.submit(aSubmissionAbout("invoice", "F-1"));
        assertRefused("object-not-found", "object.number");
    }

    @Test
    void anObjectWhoseNumberWasCorrectedIsFoundUnderTheNewOneOnly() {
        BusinessObject invoice = invoice("F-1");
        router.load(invoice);
        BusinessObject corrected =
                BusinessObject.newBuilder(invoice).setNumber("F-2").build();
        router.load(corrected);

        router.submit(aSubmissionAbout("invoice", "F-1"));
        assertRefused("object-not-found", "object.number");
        router.submit(aSubmissionAbout("invoice", "F-2"));
        router.fact(TicketOpened.class);
    }

    @Test
    void missingNumberAndTypeAreRefusedShouldIntakeLetThemPass() {
        router.submit(aSubmissionAbout("invoice", ""));
        assertRefused("object-number-missing", "object.number");
        router.submit(aSubmissionAbout("", "F-1"));
        assertRefused("object-type-missing", "object.type");
    }

    @Test
    void aTicketToAnOrganisationGoesToItsService() {
        router.load(town());
        router.submit(aSubmissionTo(TOWN, "COMPTA"));

        assertThat(router.fact(TicketOpened.class).getRecipient().getServiceName())
                .isEqualTo("Comptabilité");
        assertThat(router.queue(Destination.BUSINESS_SERVICE))
                .extracting(TestRecord::key)
                .containsExactly("SIRET:21750001600019/COMPTA");
    }

    @Test
    void unsuitableRecipientsAreRefusedWithTheirReason() {
        router.submit(aSubmissionTo(TOWN, null));
        assertRefused("recipient-unknown", "recipient.organisation");

        Organisation closed = town();
        closed.setActive(false);
        router.load(closed);
        router.submit(aSubmissionTo(TOWN, null));
        assertRefused("recipient-unsuitable", "recipient.organisation");

        Organisation strict = town();
        strict.setServiceRequired(true);
        router.load(strict);
        router.submit(aSubmissionTo(TOWN, null));
        assertRefused("recipient-service-required", "recipient.service");
        router.submit(aSubmissionTo(TOWN, "NOWHERE"));
        assertRefused("recipient-service-unknown", "recipient.service");
        router.submit(aSubmissionTo(TOWN, "ANCIEN"));
        assertRefused("recipient-service-unsuitable", "recipient.service");

        router.send(Topics.ORGANISATIONS, Keys.of(TOWN), null);
        router.submit(aSubmissionTo(TOWN, null));
        assertRefused("recipient-unknown", "recipient.organisation");
    }

    @Test
    void aRepeatIsDropped() {
        TicketSubmitted submission = aTechnicalSubmission();
        router.submit(submission);
        router.submit(submission);

        router.fact(TicketOpened.class);
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).hasSize(1);
        assertThat(router.deadLetters()).isEmpty();
    }

    @Test
    void aRepeatWhoseClientWaitsIsAnsweredAgain() {
        TicketSubmitted submission = aSubmissionAbout("invoice", "F-404");
        router.submit(submission);
        assertThat(router.fact(TicketRefused.class).getToldInForm()).isFalse();
        assertThat(router.verdicts()).isEmpty();

        submission.setVerdictPartition(0);
        router.submit(submission);
        assertThat(router.facts()).isEmpty();
        assertThat(router.verdicts())
                .containsExactly(new TicketVerdict(
                        submission.getTicket().getNumber(), 0, false, "object-not-found", "object.number"));
    }

    @Test
    void whoWaitsIsToldAndNotMailed() {
        TicketSubmitted submission = aSubmissionAbout("invoice", "F-404");
        submission.setVerdictPartition(0);
        submission.setVerdictAwaitedUntil(RouterDriver.NOW.plusSeconds(60));
        router.submit(submission);

        assertThat(router.fact(TicketRefused.class).getToldInForm()).isTrue();
        assertThat(router.verdicts()).hasSize(1);
    }

    @Test
    void whoWaitedTooShortIsMailed() {
        TicketSubmitted submission = aSubmissionAbout("invoice", "F-404");
        submission.setVerdictPartition(0);
        submission.setVerdictAwaitedUntil(RouterDriver.NOW.plusMillis(500));
        router.submit(submission);

        assertThat(router.fact(TicketRefused.class).getToldInForm()).isFalse();
    }

    @Test
    void whoWasToBeToldAndWaitsNoLongerIsMailedOnce() {
        TicketSubmitted submission = aSubmissionAbout("invoice", "F-404");
        router.submit(awaited(submission));
        TicketRefused told = router.fact(TicketRefused.class);

        router.submit(submission);
        TicketRefused again = router.fact(TicketRefused.class);
        assertThat(again.getFact().getVersion()).isEqualTo(2);
        assertThat(again.getFact().getStatus()).isEqualTo(Status.REFUSED);
        assertThat(again.getToldInForm()).isFalse();
        assertThat(again.getCode()).isEqualTo(told.getCode());
        assertThat(again.getField()).isEqualTo(told.getField());
        assertThat(again.getTicket()).isEqualTo(told.getTicket());
        assertThat(router.counted).containsExactly("refused object-not-found");

        router.submit(submission);
        router.submit(awaited(submission));
        router.submit(submission);
        assertThat(router.facts()).isEmpty();
        assertThat(router.deadLetters()).isEmpty();
    }

    @Test
    void aRepeatThatWaitsAgainIsToldAgainAndNotMailed() {
        TicketSubmitted submission = awaited(aSubmissionAbout("invoice", "F-404"));
        router.submit(submission);
        router.submit(submission);

        assertThat(router.facts()).hasSize(1);
        assertThat(router.verdicts()).hasSize(2).allMatch(verdict -> !verdict.getAccepted());
    }

    @Test
    void aRepeatOfARefusalThatWasMailedOrOfATicketThatWasOpenedSaysNothingNew() {
        TicketSubmitted mailed = aSubmissionAbout("invoice", "F-404");
        router.submit(mailed);
        router.submit(mailed);
        assertThat(router.fact(TicketRefused.class).getToldInForm()).isFalse();

        TicketSubmitted opened = aTechnicalSubmission();
        router.submit(awaited(opened));
        router.submit(opened);
        router.fact(TicketOpened.class);
        assertThat(router.verdicts()).hasSize(1);
    }

    private static TicketSubmitted awaited(TicketSubmitted submission) {
        return TicketSubmitted.newBuilder(submission)
                .setVerdictPartition(0)
                .setVerdictAwaitedUntil(RouterDriver.NOW.plusSeconds(60))
                .build();
    }

    @Test
    void theFactsOfATicketThatIsForgottenAreNotWrittenTwice() {
        TicketSubmitted refused = aSubmissionAbout("invoice", "F-404");
        router.submit(refused);
        String number = refused.getTicket().getNumber();
        assertThat(router.driver.getKeyValueStore(OwnedTickets.STORE).get(number))
                .isNotNull();

        router.driver.advanceWallClockTime(
                RouterDriver.SETTINGS.ticketsKeptFor().plusSeconds(2));

        assertThat(router.driver.getKeyValueStore(OwnedTickets.STORE).get(number))
                .isNull();
        assertThat(router.facts()).hasSize(1);
    }

    @Test
    void aSubmissionThatMayHaveBeenForgottenIsNotOpenedAnew() {
        TicketSubmitted old = aTechnicalSubmission();
        old.getTicket().setSubmittedAt(RouterDriver.NOW.minus(Duration.ofDays(91)));

        TicketAction asked =
                ActionMother.bySupport(ActionType.TAKE, old.getTicket().getNumber());
        asked.setRequestedAt(RouterDriver.NOW.minus(Duration.ofDays(91)));

        router.submit(old);
        router.ask(asked);
        router.driver.advanceWallClockTime(
                RouterDriver.SETTINGS.actionsHeldFor().plusSeconds(2));

        assertThat(router.facts()).isEmpty();
        assertThat(router.deadLetters()).hasSize(2);
    }

    private void assertRefused(String code, String field) {
        TicketRefused refused = router.fact(TicketRefused.class);
        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getField()).isEqualTo(field);
        assertThat(refused.getFact().getStatus()).isEqualTo(Status.REFUSED);
        assertThat(router.queue(Destination.TECHNICAL_SUPPORT)).isEmpty();
        assertThat(router.queue(Destination.BUSINESS_SERVICE)).isEmpty();
        assertThat(router.counted).last().isEqualTo("refused " + code);
    }
}
