package org.navette.drill.fuzz.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.navette.drill.fuzz.Flaw;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Tally;

/** Compares what was written with the dead letters that there are. */
public final class LetterCheck {

    private static final String CHECK = "dead letters";

    private final Written written;
    private final Flaws flaws;
    private final Tally tally;
    private final Predicate<String> isPromised;

    /** @param isPromised whether that is the number of a ticket that intake accepted */
    public LetterCheck(Written written, Predicate<String> isPromised, Flaws flaws, Tally tally) {
        this.written = written;
        this.isPromised = isPromised;
        this.flaws = flaws;
        this.tally = tally;
    }

    /** @return how many there must be at least */
    public long check(Collection<Letter> letters) {
        Map<Long, Set<String>> topics = new HashMap<>();
        for (var letter : letters) {
            check(letter);
            topics.computeIfAbsent(letter.number(), any -> new HashSet<>()).add(letter.topic());
        }
        var least = 0L;
        for (var one : written.fates().entrySet()) {
            check(one.getKey(), one.getValue(), topics.getOrDefault(one.getKey(), Set.of()));
            least += one.getValue().dies().size();
        }
        return least;
    }

    private void check(Letter letter) {
        if (!letter.hasCause()) {
            flaws.add(new Flaw(CHECK, letter.number(), "one does not say why it is one", letter.toString()));
        }
        if (letter.source().isEmpty()) {
            flaws.add(new Flaw(CHECK, letter.number(), "one does not say where it comes from", letter.toString()));
        }
        var fate = written.fates().get(letter.number());
        if (fate != null) {
            tally.also(fate.kind(), "dead letters");
        } else if (isPromised.test(letter.key())) {
            flaws.add(new Flaw(CHECK, letter.number(), "one about a ticket that intake accepted", letter.toString()));
        }
        // Another one without a case is of a fact that the router made of a case's record.
    }

    private void check(long number, Written.Fate fate, Set<String> topics) {
        for (var topic : fate.dies()) {
            if (!topics.contains(topic)) {
                flaws.add(new Flaw(
                        fate.kind(), number, "no dead letter of it in " + topic, "a record of " + fate.place()));
            }
        }
        for (var topic : fate.lives()) {
            if (topics.contains(topic)) {
                flaws.add(new Flaw(
                        fate.kind(), number, "a dead letter of it in " + topic, "a record of " + fate.place()));
            }
        }
    }
}
