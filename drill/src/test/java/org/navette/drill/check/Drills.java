package org.navette.drill.check;

import java.nio.charset.StandardCharsets;
import org.navette.drill.load.Answer;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Sent;
import org.navette.drill.load.Submission;

/** Submissions as they were answered, and tickets as they should be seen. */
final class Drills {

    static final Expected TECHNICAL = new Expected(Expected.Kind.TECHNICAL, "");
    static final Expected BUSINESS = new Expected(Expected.Kind.BUSINESS, "SIRET:1");
    static final Expected REFUSED = new Expected(Expected.Kind.REFUSED, "object-not-found");
    static final Expected INVALID = new Expected(Expected.Kind.INVALID, "");

    private Drills() {}

    static Sent sent(String mark, Expected expected, Answer... answers) {
        var submission = new Submission(mark, "{}".getBytes(StandardCharsets.UTF_8), expected);
        return answered(new Sent(submission, null, false), answers);
    }

    /** Its client asked for the verdict. */
    static Sent waiting(String mark, Expected expected, Answer... answers) {
        var submission = new Submission(mark, "{}".getBytes(StandardCharsets.UTF_8), expected);
        return answered(new Sent(submission, null, true), answers);
    }

    private static Sent answered(Sent sent, Answer... answers) {
        for (var answer : answers) {
            sent.answered(answer);
        }
        return sent;
    }

    static Answer yes(String number) {
        return new Answer(Answer.Meaning.YES, 202, "", number);
    }

    static Answer opened(String number) {
        return new Answer(Answer.Meaning.YES, 201, "", number);
    }

    static Answer atFault() {
        return new Answer(Answer.Meaning.NO, 400, "validation-failed", null);
    }

    static Answer no() {
        return new Answer(Answer.Meaning.NO, 503, "overloaded", null);
    }

    static Answer unknown(String number) {
        return new Answer(Answer.Meaning.UNKNOWN, 503, "unconfirmed", number);
    }

    static Answer silence() {
        return new Answer(Answer.Meaning.UNKNOWN, 0, "timeout", null);
    }

    static Answer refusal(String number) {
        return new Answer(Answer.Meaning.REFUSED, 422, "refused", number);
    }

    static Seen supportTicket(String mark, String number) {
        return queuedNowhere(mark, number).queuedForSupport(number);
    }

    static Seen serviceTicket(String mark, String number) {
        return queuedNowhere(mark, number).queuedForService("SIRET:1");
    }

    static Seen queuedNowhere(String mark, String number) {
        return notMailed(mark, number).mailed(1);
    }

    static Seen notMailed(String mark, String number) {
        return new Seen(number)
                .marked(mark)
                .submitted()
                .opened()
                .fact(1, "OPEN")
                .listed("OPEN", 1);
    }

    static Seen refusedTicket(String mark, String number) {
        return new Seen(number)
                .marked(mark)
                .submitted()
                .refused("object-not-found", false)
                .fact(1, "REFUSED")
                .listed("REFUSED", 1)
                .mailed(1);
    }
}
