package org.navette.drill.round;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.navette.drill.check.Checker;
import org.navette.drill.check.Finding;
import org.navette.drill.check.Knowledge;
import org.navette.drill.load.Answer.Meaning;
import org.navette.drill.load.Sent;

/**
 * A line of the table.
 *
 * @param code of the fault; empty where there was none
 * @param fault what was done, to whom
 * @param unknown tickets whose clients were told that it can't be known, or got no answer
 * @param settled from the last answer to the last position
 * @param notes for a person: what ended by itself, and the first findings
 */
record RoundResult(
        String round,
        String code,
        String fault,
        long sent,
        long yes,
        long no,
        long unknown,
        long lost,
        long doubled,
        long wrong,
        int repeatedMails,
        Duration settled,
        List<String> notes) {

    static RoundResult of(
            String round,
            String code,
            String fault,
            Collection<Sent> sent,
            Collection<Finding> findings,
            int repeatedMails,
            Duration settled,
            List<String> notes) {
        var unknown = count(sent, Meaning.UNKNOWN);
        var no = count(sent, Meaning.NO);
        var counts = Checker.counts(findings);
        return new RoundResult(
                round,
                code,
                fault,
                sent.size(),
                sent.size() - unknown - no,
                no,
                unknown,
                counts.getOrDefault(Finding.Kind.LOST, 0L),
                counts.getOrDefault(Finding.Kind.DOUBLED, 0L),
                counts.getOrDefault(Finding.Kind.WRONG, 0L),
                repeatedMails,
                settled,
                notes);
    }

    /** Of several rounds; {@code settled} is the longest. */
    static RoundResult sum(String round, String fault, Collection<RoundResult> rows) {
        return new RoundResult(
                round,
                "",
                fault,
                total(rows, RoundResult::sent),
                total(rows, RoundResult::yes),
                total(rows, RoundResult::no),
                total(rows, RoundResult::unknown),
                total(rows, RoundResult::lost),
                total(rows, RoundResult::doubled),
                total(rows, RoundResult::wrong),
                (int) total(rows, RoundResult::repeatedMails),
                rows.stream()
                        .map(RoundResult::settled)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                List.of());
    }

    private static long total(Collection<RoundResult> rows, ToLongFunction<RoundResult> what) {
        return rows.stream().mapToLong(what).sum();
    }

    private static long count(Collection<Sent> sent, Meaning meaning) {
        return sent.stream()
                .filter(one -> Knowledge.of(one).meaning() == meaning)
                .count();
    }

    boolean isClean() {
        return lost + doubled + wrong == 0;
    }
}
