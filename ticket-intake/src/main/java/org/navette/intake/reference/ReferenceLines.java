package org.navette.intake.reference;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.publish.Publisher;
import org.navette.intake.streaming.Line;
import org.navette.intake.streaming.LineAnswers;
import org.navette.intake.streaming.LineHandler;

/** Publishes the lines of one request, and counts them. */
final class ReferenceLines implements LineHandler {

    private final Kind kind;
    private final LineFormat format;
    private final Publisher publisher;
    private final LineAnswers answers;
    private final Duration retryAfter;

    // Counted by the thread that answers; the end is asked for after that is done.
    private long accepted;
    private long rejected;

    ReferenceLines(Kind kind, LineFormat format, Publisher publisher, LineAnswers answers, Duration retryAfter) {
        this.kind = kind;
        this.format = format;
        this.publisher = publisher;
        this.answers = answers;
        this.retryAfter = retryAfter;
    }

    @Override
    public Line take(long number, byte[] text, int length) {
        try {
            Kind.Checked checked = kind.check(format.fields(text, length));
            if (checked instanceof Kind.Checked.Fine fine) {
                return new Published(number, publisher.publish(kind.topic(), fine.key(), fine.value()));
            }
            return new Rejected(number, Problem.invalidFields(((Kind.Checked.Wrong) checked).errors()));
        } catch (ProblemException e) {
            return new Rejected(number, e.problem());
        }
    }

    @Override
    public Line refused(long number, Problem problem) {
        return new Rejected(number, problem);
    }

    @Override
    public byte[] end() {
        return LineAnswers.ascii("{\"accepted\":" + accepted + ",\"rejected\":" + rejected + "}");
    }

    private byte[] rejection(long number, Problem problem) {
        rejected++;
        return answers.of(number, problem);
    }

    private final class Published implements Line {
        private final long number;
        private final CompletableFuture<Void> published;

        Published(long number, CompletableFuture<Void> published) {
            this.number = number;
            this.published = published;
        }

        @Override
        public CompletableFuture<Void> published() {
            return published;
        }

        @Override
        public byte @Nullable [] answer(boolean isPublished) {
            if (isPublished) {
                accepted++;
                return null;
            }
            return rejection(number, Problem.of(503, "line-unconfirmed").retryable(retryAfter));
        }
    }

    private final class Rejected implements Line {
        private final long number;
        private final Problem problem;

        Rejected(long number, Problem problem) {
            this.number = number;
            this.problem = problem;
        }

        @Override
        public CompletableFuture<Void> published() {
            return NOTHING_TO_PUBLISH;
        }

        @Override
        public byte[] answer(boolean isPublished) {
            return rejection(number, problem);
        }
    }
}
