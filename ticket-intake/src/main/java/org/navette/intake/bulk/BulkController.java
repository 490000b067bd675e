package org.navette.intake.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Language;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.http.Problems;
import org.navette.intake.number.TicketNumbers;
import org.navette.intake.publish.Publisher;
import org.navette.intake.streaming.LineAnswers;
import org.navette.intake.streaming.LineBody;
import org.navette.intake.streaming.Streams;
import org.navette.intake.submission.Submissions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes any number of submissions in one request, a line each. */
@RestController
class BulkController {

    private final Streams streams;
    private final Submissions submissions;
    private final TicketNumbers numbers;
    private final Publisher publisher;
    private final Problems problems;
    private final Duration retryAfter;
    private final Counter accepted;
    private final Clock clock;

    BulkController(
            Streams streams,
            Submissions submissions,
            TicketNumbers numbers,
            @Qualifier("bulkPublisher") Publisher publisher,
            Problems problems,
            IntakeProperties properties,
            MeterRegistry meters,
            Clock clock) {
        this.streams = streams;
        this.submissions = submissions;
        this.numbers = numbers;
        this.publisher = publisher;
        this.problems = problems;
        this.retryAfter = properties.retryAfter();
        this.accepted = meters.counter("navette.tickets.accepted", "way", "bulk");
        this.clock = clock;
    }

    @Operation(
            summary = "Submit many tickets, a JSON object a line; read the answers while you send",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A line for each, in the same order",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = LineBody.class)))
    @ApiResponse(responseCode = "400", description = "It bears an Idempotency-Key")
    @ApiResponse(responseCode = "415", description = "Not lines of JSON")
    @ApiResponse(responseCode = "503", description = "Too many such requests at a time, or the service stops")
    @PostMapping(path = "/api/tickets/bulk", consumes = "application/x-ndjson")
    void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("Idempotency-Key") != null) {
            // Ignored, it would promise that the request can be repeated.
            throw new ProblemException(Problem.of(400, "idempotency-key-not-allowed"));
        }
        LineAnswers answers = new LineAnswers(problems, Language.of(request));
        streams.stream(
                request,
                response,
                lines -> new BulkLines(submissions, numbers, publisher, answers, retryAfter, accepted, clock));
    }
}
