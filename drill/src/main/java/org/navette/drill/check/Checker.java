package org.navette.drill.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.navette.drill.load.Answer.Meaning;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Sent;

/** Compares what was sent and answered with what was seen, ticket by ticket. */
public final class Checker {

    private final List<Finding> findings = new ArrayList<>();

    private Checker() {}

    /**
     * @param sent everything that was sent
     * @param seen everything that was seen since, once the pipeline had settled
     * @return empty where all is as it must be
     */
    public static List<Finding> check(Collection<Sent> sent, Collection<Seen> seen) {
        return new Checker().all(sent, seen);
    }

    private List<Finding> all(Collection<Sent> sent, Collection<Seen> seen) {
        var byMark = new HashMap<String, List<Seen>>();
        for (var ticket : seen) {
            if (ticket.marks().size() != 1) {
                findings.add(new Finding(
                        ticket.marks().isEmpty() ? Finding.Kind.DOUBLED : Finding.Kind.WRONG,
                        "",
                        ticket.number(),
                        "one number with the marks " + ticket.marks()));
            }
            ticket.marks().forEach(mark -> byMark.computeIfAbsent(mark, any -> new ArrayList<>(1))
                    .add(ticket));
        }
        for (var one : sent) {
            var tickets = byMark.remove(one.submission().mark());
            check(one, Knowledge.of(one), tickets == null ? List.of() : tickets);
        }
        byMark.forEach((mark, tickets) -> tickets.forEach(
                ticket -> add(Finding.Kind.DOUBLED, mark, ticket.number(), "a ticket that nobody sent")));
        return findings;
    }

    private void check(Sent sent, Knowledge known, List<Seen> tickets) {
        var submission = sent.submission();
        var mark = submission.mark();
        if (known.meaning() == Meaning.STRANGE) {
            add(Finding.Kind.WRONG, mark, "", "an answer that the interface does not give");
        }
        if (turnedAwayForGood(sent) && submission.expected().kind() != Expected.Kind.INVALID) {
            add(Finding.Kind.WRONG, mark, "", "its client was told that it is at fault, and it is not");
        }
        if (known.promised().size() > 1) {
            add(Finding.Kind.DOUBLED, mark, "", "one key, several numbers: " + known.promised());
        }
        for (var number : known.promised()) {
            if (tickets.stream().noneMatch(ticket -> ticket.number().equals(number))) {
                add(Finding.Kind.LOST, mark, number, "promised, and nowhere");
            }
        }
        checkNumbers(mark, known, tickets);
        tickets.forEach(ticket -> new TicketCheck(submission, known, ticket, findings).check());
    }

    private static boolean turnedAwayForGood(Sent sent) {
        return sent.answers().stream().anyMatch(answer -> answer.status() == 400 || answer.status() == 413);
    }

    private void checkNumbers(String mark, Knowledge known, List<Seen> tickets) {
        if (tickets.size() > 1) {
            var numbers = tickets.stream().map(Seen::number).toList();
            add(Finding.Kind.DOUBLED, mark, "", "sent once, there as " + numbers);
            return;
        }
        if (tickets.isEmpty()) {
            return;
        }
        var number = tickets.get(0).number();
        if (known.meaning() == Meaning.NO) {
            add(Finding.Kind.DOUBLED, mark, number, "its client was told that it is not there");
        } else if (known.meaning() == Meaning.UNKNOWN && !mayBe(number, known.possible())) {
            add(Finding.Kind.DOUBLED, mark, number, "its client was told of " + known.possible());
        }
    }

    /** Where a client got no answer at all, it was told no number. */
    private static boolean mayBe(String number, Set<String> possible) {
        return possible.isEmpty() || possible.contains(number);
    }

    private void add(Finding.Kind kind, String mark, String number, String text) {
        findings.add(new Finding(kind, mark, number, text));
    }

    /** By kind. */
    public static Map<Finding.Kind, Long> counts(Collection<Finding> findings) {
        return findings.stream()
                .collect(java.util.stream.Collectors.groupingBy(Finding::kind, java.util.stream.Collectors.counting()));
    }
}
