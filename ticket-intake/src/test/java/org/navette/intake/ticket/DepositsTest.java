package org.navette.intake.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.intake.SubmissionMother;
import org.navette.intake.fields.MalformedJson;
import org.navette.intake.http.ProblemException;
import org.navette.intake.number.TicketNumbers;
import org.navette.intake.publish.InFlight;
import org.navette.intake.publish.SilentBroker;
import org.navette.intake.submission.CheckedSubmission;
import org.navette.intake.submission.SubmissionForm;
import org.navette.intake.submission.Submissions;
import org.navette.intake.verdict.VerdictMother;
import org.navette.intake.verdict.Verdicts;
import org.navette.schemas.Catalogue;

class DepositsTest {

    private final SilentBroker broker = new SilentBroker();
    private final Verdicts verdicts = VerdictMother.listening();
    private final InFlight inFlight = new InFlight(10);
    private final Repeats repeats = new Repeats(broker.publisher());
    private final Deposits deposits = new Deposits(
            new TicketNumbers(Clock.systemUTC(), new SecureRandom()),
            null,
            broker.publisher(),
            repeats,
            verdicts,
            inFlight,
            Duration.ofSeconds(2),
            Clock.systemUTC());

    @AfterEach
    void stop() throws InterruptedException {
        repeats.close();
    }

    @Test
    void aVerdictIsToldWhenTheBrokerHasConfirmed() throws MalformedJson {
        var deposit = submit();
        VerdictMother.refuse(verdicts, broker.submitted());

        assertThat(deposit).isNotDone();
        broker.confirm();
        assertThat(deposit).isCompletedWithValueMatching(done -> !done.verdict().getAccepted());
        assertThat(inFlight.count()).isZero();
    }

    @Test
    void aVerdictIsToldWhereTheConfirmationWasLost() throws MalformedJson {
        var deposit = submit();
        VerdictMother.refuse(verdicts, broker.submitted());

        broker.timeOut();

        assertThat(deposit).isCompletedWithValueMatching(done -> !done.verdict().getAccepted());
    }

    @Test
    void withNeitherItIsUnconfirmed() throws MalformedJson {
        var deposit = submit();

        broker.timeOut();

        assertThatThrownBy(deposit::join).hasCauseInstanceOf(ProblemException.class);
        assertThat(inFlight.count()).isZero();
    }

    @Test
    void aRefusalThatComesAfterAllIsToldByTheRouter() throws MalformedJson {
        submit();
        broker.timeOut();

        VerdictMother.refuse(verdicts, broker.submitted());

        Awaitility.await().untilAsserted(() -> assertThat(broker.published()).hasSize(2));
        assertThat(broker.published().get(1).getVerdictPartition()).isNull();
        assertThat(broker.published().get(1).getTicket())
                .isEqualTo(broker.submitted().getTicket());
    }

    @Test
    void theRouterIsAskedToTellItUntilTheBrokerHasThat() throws MalformedJson {
        submit();
        broker.timeOut();
        VerdictMother.refuse(verdicts, broker.submitted());
        Awaitility.await().untilAsserted(() -> assertThat(broker.published()).hasSize(2));

        broker.timeOut();

        Awaitility.await().untilAsserted(() -> assertThat(broker.published()).hasSize(3));
        assertThat(broker.published().get(2)).isEqualTo(broker.published().get(1));
    }

    @Test
    void whatIsUnconfirmedIsNotPublishedAgainForThatAlone() throws MalformedJson {
        submit();
        broker.timeOut();

        assertThat(broker.published()).hasSize(1);
    }

    private CompletableFuture<Deposits.Deposit> submit() throws MalformedJson {
        return deposits.deposit(checked(), "CONNECTED", null, Duration.ofSeconds(5))
                .outcome();
    }

    private static CheckedSubmission.Fine checked() throws MalformedJson {
        var catalogue = Catalogue.read(Objects.requireNonNull(Catalogue.class.getResourceAsStream("/catalogue.yaml")));
        byte[] json = SubmissionMother.aboutInvoice().toString().getBytes(UTF_8);
        return (CheckedSubmission.Fine)
                new Submissions(catalogue).read(json, 0, json.length, SubmissionForm.CONNECTED, "fr");
    }
}
