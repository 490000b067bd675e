package org.navette.intake.ticket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.MalformedJson;
import org.navette.intake.http.BoundedBody;
import org.navette.intake.http.Language;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.http.Problems;
import org.navette.intake.idempotency.IdempotencyKey;
import org.navette.intake.submission.CheckedSubmission;
import org.navette.intake.submission.SubmissionForm;
import org.navette.intake.submission.Submissions;
import org.navette.intake.ticket.Deposits.Deposit;
import org.navette.messages.TicketVerdict;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes single submissions, whose bodies are there already; the framework would read them whole, however long. */
@RestController
class TicketController {

    private final Submissions submissions;
    private final Deposits deposits;
    private final Answers answers;
    private final Problems problems;
    private final Duration longestWait;
    private final Counter accepted;

    TicketController(
            Submissions submissions,
            Deposits deposits,
            Problems problems,
            IntakeProperties properties,
            MeterRegistry meters) {
        this.submissions = submissions;
        this.deposits = deposits;
        this.answers = new Answers(properties.queryUrl());
        this.problems = problems;
        this.longestWait = properties.verdictWait().longest();
        this.accepted = meters.counter("navette.tickets.accepted", "way", "single");
    }

    @Operation(
            summary = "Submit a ticket for an organisation",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = SubmissionBodies.Connected.class))))
    @SubmissionOperation
    @PostMapping(path = "/api/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object submit(HttpServletRequest request) {
        return submit(request, SubmissionForm.CONNECTED);
    }

    @Operation(
            summary = "Submit a ticket without signing in",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = SubmissionBodies.Anonymous.class))))
    @SubmissionOperation
    @PostMapping(path = "/api/public/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object submitAnonymously(HttpServletRequest request) {
        return submit(request, SubmissionForm.ANONYMOUS);
    }

    /** @return a {@code ResponseEntity<byte[]>}, or the future of one */
    private Object submit(HttpServletRequest request, SubmissionForm form) {
        Language language = Language.of(request);
        String header = request.getHeader("Idempotency-Key");
        IdempotencyKey key = header == null ? null : new IdempotencyKey(header);
        CheckedSubmission.Fine checked = checked(BoundedBody.take(request), form, language);
        Duration wait = WaitPreference.of(request.getHeaders("Prefer"), longestWait);
        Deposits.Pending pending = deposits.deposit(checked, form.name(), key, wait);
        Problems.answerOnTimeout(request, pending.unconfirmed());
        CompletableFuture<ResponseEntity<byte[]>> answer = pending.outcome().thenApply(deposit -> {
            accepted.increment();
            return answer(deposit, form, language);
        });
        return wait.isZero() ? OnTheSpot.answer(answer) : answer;
    }

    private CheckedSubmission.Fine checked(BoundedBody body, SubmissionForm form, Language language) {
        try {
            CheckedSubmission checked = submissions.read(body.bytes(), 0, body.bytes().length, form, language.code());
            if (checked instanceof CheckedSubmission.Wrong wrong) {
                throw new ProblemException(Problem.invalidFields(wrong.errors()));
            }
            return (CheckedSubmission.Fine) checked;
        } catch (MalformedJson e) {
            throw new ProblemException(Problem.malformedJson(e));
        }
    }

    private ResponseEntity<byte[]> answer(Deposit deposit, SubmissionForm form, Language language) {
        var number = deposit.reservation().number();
        TicketVerdict verdict = deposit.verdict();
        if (verdict == null) {
            return answers.accepted(form, number, deposit.waited());
        }
        if (verdict.getAccepted()) {
            return answers.opened(form, number, deposit.waited());
        }
        FieldError error = FieldError.of(text(verdict.getField()), text(verdict.getCode()));
        return problems.answer(Problem.refused(number.value(), error), language);
    }

    private static String text(@Nullable String value) {
        return value == null ? "other" : value;
    }
}
