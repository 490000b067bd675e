package org.navette.intake.ticket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.navette.intake.submission.SubmissionForm;
import org.navette.schemas.TicketNumber;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a client is told when its ticket is on its way. */
final class Answers {

    private final String tickets;

    /** @param queryUrl public base address of the service that shows tickets */
    Answers(URI queryUrl) {
        String base = queryUrl.toString();
        tickets = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/tickets/";
    }

    /** The broker has it. */
    ResponseEntity<byte[]> accepted(SubmissionForm form, TicketNumber number, Duration waited) {
        return answer(202, "accepted", form, number, waited);
    }

    /** The router opened it. */
    ResponseEntity<byte[]> opened(SubmissionForm form, TicketNumber number, Duration waited) {
        return answer(201, "open", form, number, waited);
    }

    private ResponseEntity<byte[]> answer(
            int status, String ticketStatus, SubmissionForm form, TicketNumber number, Duration waited) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (form == SubmissionForm.CONNECTED) {
            answer.header(HttpHeaders.LOCATION, tickets + number.value());
        }
        if (!waited.isZero()) {
            answer.header("Preference-Applied", "wait=" + waited.toSeconds());
        }
        return answer.body(("{\"number\":\"" + number.value() + "\",\"groupedNumber\":\"" + number.grouped()
                        + "\",\"status\":\"" + ticketStatus + "\"}")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
