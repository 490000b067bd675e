package org.navette.drill.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.navette.drill.load.Answer.Meaning;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Sent;

/**
 * What must be true of tickets that are sent while nothing is broken: whoever is ready takes them and tells the verdict to
 * those who wait for it. Positions do not show that. A busy machine may turn some away, so it must be true of most.
 */
public final class Calm {

    private Calm() {}

    /** @return empty where all is as it must be */
    public static List<Finding> check(Collection<Sent> sent) {
        var findings = new ArrayList<Finding>();
        var valid = sent.stream()
                .filter(one -> one.submission().expected().kind() != Expected.Kind.INVALID)
                .toList();
        var taken = count(valid, Calm::isTaken);
        if (2 * taken <= valid.size()) {
            findings.add(
                    Finding.general("%d of %d tickets were taken, though all is well".formatted(taken, valid.size())));
        }
        var waiting = valid.stream().filter(Sent::waits).toList();
        var told = count(waiting, Calm::isToldTheVerdict);
        if (2 * told < waiting.size()) {
            findings.add(Finding.general(
                    "%d of %d who waited were told the verdict, though all is well".formatted(told, waiting.size())));
        }
        return findings;
    }

    private static long count(Collection<Sent> sent, Predicate<Sent> what) {
        return sent.stream().filter(what).count();
    }

    private static boolean isTaken(Sent one) {
        var meaning = Knowledge.of(one).meaning();
        return meaning == Meaning.YES || meaning == Meaning.REFUSED;
    }

    private static boolean isToldTheVerdict(Sent one) {
        return one.answers().stream().anyMatch(answer -> answer.status() == 201 || answer.status() == 422);
    }
}
