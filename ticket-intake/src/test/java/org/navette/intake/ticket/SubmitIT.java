package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.navette.intake.IntakeStack;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;
import org.navette.schemas.TicketNumber;

class SubmitIT extends IntakeStack {

    @Test
    void anAcceptedTicketStandsInTheTopicUnderItsNumber() {
        var answer = api.post("/api/tickets", SubmissionMother.technical().toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String number = answer.text("number");
        assertThat(TicketNumber.parse(answer.text("groupedNumber"))).contains(new TicketNumber(number));
        assertThat(answer.header("Location")).isEqualTo("http://localhost:8082/api/tickets/" + number);
        assertThat(Submitted.under(number)).singleElement().satisfies(submitted -> {
            assertThat(submitted.getTicket().getNumber()).isEqualTo(number);
            assertThat(submitted.getTicket().getTitle()).isEqualTo("Page indisponible");
            assertThat(submitted.getVerdictPartition()).isNull();
        });
    }

    @Test
    void anAnonymousTicketHasNoLocation() {
        var answer =
                api.post("/api/public/tickets", SubmissionMother.anonymous().toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(Submitted.under(answer.text("number"))).singleElement().satisfies(submitted -> assertThat(
                        submitted.getTicket().getIssuer().getConnected())
                .isFalse());
    }
}
