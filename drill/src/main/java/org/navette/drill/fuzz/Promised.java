package org.navette.drill.fuzz;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers of the tickets that intake said yes to, whatever the request looked like: each must be judged. */
public final class Promised {

    private final Set<String> numbers = ConcurrentHashMap.newKeySet();

    public void add(String number) {
        numbers.add(number);
    }

    boolean contains(String number) {
        return numbers.contains(number);
    }

    int count() {
        return numbers.size();
    }

    /** @param judged numbers that the facts tell of */
    Set<String> missingFrom(Set<String> judged) {
        var missing = new TreeSet<>(numbers);
        missing.removeAll(judged);
        return missing;
    }
}
