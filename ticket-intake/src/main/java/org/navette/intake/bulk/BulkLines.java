package org.navette.intake.bulk;

import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.MalformedJson;
import org.navette.intake.http.Problem;
import org.navette.intake.number.TicketNumbers;
import org.navette.intake.publish.Publisher;
import org.navette.intake.streaming.Line;
import org.navette.intake.streaming.LineAnswers;
import org.navette.intake.streaming.LineHandler;
import org.navette.intake.submission.CheckedSubmission;
import org.navette.intake.submission.Submission;
import org.navette.intake.submission.SubmissionForm;
import org.navette.intake.submission.Submissions;
import org.navette.schemas.TicketNumber;
import org.navette.schemas.Topics;

/** Submits the lines of one request. */
record BulkLines(
        Submissions submissions,
        TicketNumbers numbers,
        Publisher publisher,
        LineAnswers answers,
        Duration retryAfter,
        Counter accepted,
        Clock clock)
        implements LineHandler {

    @Override
    public Line take(long line, byte[] text, int length) {
        try {
            CheckedSubmission checked = submissions.read(
                    text,
                    0,
                    length,
                    SubmissionForm.CONNECTED,
                    answers.language().code());
            if (checked instanceof CheckedSubmission.Wrong wrong) {
                return refused(line, Problem.invalidFields(wrong.errors()));
            }
            return submitted(line, ((CheckedSubmission.Fine) checked).submission());
        } catch (MalformedJson e) {
            // The line within the line is always the first.
            return refused(line, Problem.malformedJson(e));
        }
    }

    private Line submitted(long line, Submission submission) {
        TicketNumber number = numbers.next();
        CompletableFuture<Void> published = publisher.publish(
                Topics.TICKETS_SUBMITTED,
                number.value(),
                submission.numbered(number, UUID.randomUUID().toString(), Instant.ofEpochMilli(clock.millis())));
        return new Submitted(this, line, number, published);
    }

    @Override
    public Line refused(long line, Problem problem) {
        return new Refused(answers.of(line, problem));
    }

    @Override
    public byte @Nullable [] end() {
        return null;
    }

    private record Submitted(BulkLines lines, long line, TicketNumber number, CompletableFuture<Void> published)
            implements Line {

        @Override
        public byte[] answer(boolean isPublished) {
            if (!isPublished) {
                return lines.answers.of(line, Problem.unconfirmed(number.value(), false, lines.retryAfter));
            }
            lines.accepted.increment();
            return LineAnswers.ascii("{\"line\":" + line + ",\"status\":202,\"number\":\"" + number.value() + "\"}");
        }
    }
}
