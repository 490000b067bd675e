package org.navette.drill.check;

import java.util.List;
import java.util.Set;
import org.navette.drill.load.Answer.Meaning;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Submission;

/** What must be true of a ticket that is there. */
record TicketCheck(Submission submission, Knowledge known, Seen ticket, List<Finding> findings) {

    void check() {
        if (!ticket.isInLog()) {
            add(Finding.Kind.WRONG, "in a list or mailed, and not in the log");
            return;
        }
        if (ticket.judged() != 1) {
            add(
                    ticket.judged() == 0 ? Finding.Kind.LOST : Finding.Kind.DOUBLED,
                    "judged %d times".formatted(ticket.judged()));
            return;
        }
        checkOutcome();
        checkQueue();
        checkList();
        checkMail();
    }

    private void checkOutcome() {
        var expected = submission.expected();
        var opened = expected.kind() == Expected.Kind.TECHNICAL || expected.kind() == Expected.Kind.BUSINESS;
        if (ticket.isOpened() != opened) {
            add(Finding.Kind.WRONG, (ticket.isOpened() ? "opened" : "refused: " + ticket.code()) + ", not " + expected);
        } else if (ticket.isRefused() && !ticket.code().equals(expected.detail())) {
            add(Finding.Kind.WRONG, "refused as " + ticket.code() + ", not " + expected);
        }
        if (known.meaning() == Meaning.REFUSED && ticket.isOpened()) {
            add(Finding.Kind.WRONG, "opened, and its client was told of a refusal");
        }
    }

    private void checkQueue() {
        var wanted = ticket.isOpened() ? 1 : 0;
        if (ticket.queued() != wanted) {
            add(
                    ticket.queued() < wanted ? Finding.Kind.LOST : Finding.Kind.DOUBLED,
                    "%d times in the queues".formatted(ticket.queued()));
            return;
        }
        if (!ticket.isOpened()) {
            return;
        }
        var technical = submission.expected().kind() == Expected.Kind.TECHNICAL;
        var key = technical ? ticket.number() : submission.expected().detail();
        if (technical != (ticket.technical() == 1)) {
            add(Finding.Kind.WRONG, "in the other queue");
        } else if (!ticket.queueKeys().equals(Set.of(key))) {
            add(Finding.Kind.WRONG, "queued under " + ticket.queueKeys());
        }
    }

    private void checkList() {
        var listed = ticket.listed();
        if (listed == null) {
            add(Finding.Kind.LOST, "not in the lists");
        } else if (!listed.status().equals(ticket.status())
                || listed.version() != ticket.version() && !ticket.toldAgain()) {
            add(
                    Finding.Kind.WRONG,
                    "listed as %s version %d, is %s version %d"
                            .formatted(listed.status(), listed.version(), ticket.status(), ticket.version()));
        }
    }

    private void checkMail() {
        var versions = ticket.mailsByVersion().keySet();
        var told = ticket.isRefused() && ticket.toldInForm();
        if (told && !versions.isEmpty()) {
            add(Finding.Kind.WRONG, "mailed, though it was to be told in the form");
        } else if (told && known.meaning() == Meaning.YES) {
            add(Finding.Kind.LOST, "refused, and neither mailed nor told in the form");
        } else if (!told && !versions.contains(ticket.toldAgain() ? 2 : 1)) {
            add(Finding.Kind.LOST, "not mailed");
        } else if (!told && versions.size() > 1) {
            add(Finding.Kind.WRONG, "mailed about the versions " + versions);
        }
    }

    private void add(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, submission.mark(), ticket.number(), text));
    }
}
