package org.navette.examples.load;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.navette.examples.load.Ledger.Count;
import org.navette.examples.tickets.Expected;
import org.navette.examples.tickets.GeneratedTicket;
import org.navette.examples.tickets.TicketGenerator;

/** Holds what was found against what was expected, ticket by ticket and in sum, and prints it. */
final class Reconciliation {

    private final TicketGenerator generator;
    private final Findings findings;
    private final Tally expected = new Tally();
    private final Tally found = new Tally();
    private final boolean mailboxRead;

    Reconciliation(TicketGenerator generator, Findings findings, boolean mailboxRead) {
        this.generator = generator;
        this.findings = findings;
        this.mailboxRead = mailboxRead;
    }

    /** What the generator says of the tickets that were sent. */
    void expect(int tickets) {
        for (int i = 0; i < tickets; i++) {
            GeneratedTicket ticket = generator.ticket(i);
            Expected what = ticket.expected();
            expected.add("answered");
            switch (what.fate()) {
                case NOT_ACCEPTED -> expected.add("not accepted");
                case REFUSED -> {
                    expected.add("refused");
                    expected.add("refused: " + what.code());
                }
                case TECHNICAL_SUPPORT -> expected.add("in tickets-technical-support");
                case BUSINESS_SERVICE -> expected.add("in tickets-business-service");
            }
            if (what.fate() != Expected.Fate.NOT_ACCEPTED) {
                expected.add("accepted");
                expected.add(ticket.deliverable() ? "mailed" : "undeliverable");
            }
        }
    }

    /** What was seen of the answers and the topics. */
    void find(Tally tally, Ledger ledger) {
        for (String answer : new String[] {"answered", "accepted", "not accepted"}) {
            found.add(answer, tally.of(answer));
        }
        tally.all().forEach((name, count) -> {
            if (name.startsWith("refused ")) {
                found.add("refused: " + name.substring("refused ".length()), count);
            }
        });
        found.add("undeliverable", tally.of("mail UNDELIVERABLE"));
        ledger.forEach(this::findTicket);
    }

    private void findTicket(int index, int[] counts) {
        int technical = counts[Count.TECHNICAL_QUEUE.ordinal()];
        int business = counts[Count.BUSINESS_QUEUE.ordinal()];
        int refused = counts[Count.REFUSED.ordinal()];
        GeneratedTicket ticket = generator.ticket(index);
        found.add("in tickets-technical-support", technical);
        found.add("in tickets-business-service", business);
        found.add("refused", refused);
        if (technical + business + refused != 1) {
            findings.add(
                    technical + business + refused == 0 ? "tickets lost" : "tickets doubled",
                    "ticket " + index + ": technical " + technical + ", business " + business + ", refused " + refused);
        }
        if (counts[Count.TOLD_AGAIN.ordinal()] > refused) {
            findings.add("refusals told again more than once", "ticket " + index);
        }
        if (counts[Count.OPENED.ordinal()] + refused != 1) {
            findings.add("tickets without just one fact", "ticket " + index);
        }
        if (counts[Count.OUTCOME.ordinal()] != 1) {
            findings.add("tickets without just one mail outcome", "ticket " + index);
        }
        int mails = mailboxRead ? counts[Count.MAIL.ordinal()] : counts[Count.OUTCOME.ordinal()];
        found.add("mailed", ticket.deliverable() ? mails : mailboxRead ? mails : 0);
        if (mailboxRead && mails != (ticket.deliverable() ? 1 : 0)) {
            findings.add(mails == 0 ? "mails missing" : "mails repeated", "ticket " + index + ": " + mails);
        }
    }

    /** What the query service shows more than before the run. */
    void compareQuery(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> wanted = new TreeMap<>();
        long technical = expected.of("in tickets-technical-support");
        long business = expected.of("in tickets-business-service");
        wanted.put("tickets", technical + business);
        wanted.put("byStatus.OPEN", technical + business);
        wanted.put("byDestination.TECHNICAL_SUPPORT", technical);
        wanted.put("byDestination.BUSINESS_SERVICE", business);
        wanted.put("refused", expected.of("refused"));
        wanted.forEach((name, count) -> {
            expected.add("query: " + name, count);
            found.add("query: " + name, after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L));
        });
    }

    /** @return whether everything is as it should be */
    boolean print(PrintStream out) {
        Map<String, Long> names = expected.all();
        found.all().forEach(names::putIfAbsent);
        boolean equal = true;
        out.printf("%n%-42s %12s %12s%n", "", "expected", "found");
        for (String name : names.keySet()) {
            long wanted = expected.of(name);
            long had = found.of(name);
            equal &= wanted == had;
            out.printf("%-42s %,12d %,12d  %s%n", name, wanted, had, wanted == had ? "ok" : "DIFFERS");
        }
        findings.lines().forEach(out::println);
        boolean reconciled = equal && findings.count() == 0;
        out.println(reconciled ? "\nReconciled: everything is where it belongs, once." : "\nNOT reconciled.");
        return reconciled;
    }
}
