package org.navette.drill.check;

import java.util.HashSet;
import java.util.Set;
import org.navette.drill.load.Answer;
import org.navette.drill.load.Answer.Meaning;
import org.navette.drill.load.Sent;

/**
 * What a client knows at the end about its submission, from all the answers that it got.
 *
 * @param promised numbers that it was given with a yes or a refusal
 * @param possible numbers that it was given with a "can't be known"
 */
public record Knowledge(Meaning meaning, Set<String> promised, Set<String> possible) {

    public static Knowledge of(Sent sent) {
        var meaning = Meaning.NO;
        var promised = new HashSet<String>(2);
        var possible = new HashSet<String>(2);
        for (var answer : sent.answers()) {
            // A yes stays one whatever came before or after it.
            if (rank(answer) > rank(meaning)) {
                meaning = answer.meaning();
            }
            if (answer.number() != null) {
                (answer.meaning() == Meaning.UNKNOWN ? possible : promised).add(answer.number());
            }
        }
        return new Knowledge(meaning, promised, possible);
    }

    private static int rank(Answer answer) {
        return rank(answer.meaning());
    }

    private static int rank(Meaning meaning) {
        return switch (meaning) {
            case NO -> 0;
            case UNKNOWN -> 1;
            case YES -> 2;
            case REFUSED -> 3;
            case STRANGE -> 4;
        };
    }
}
