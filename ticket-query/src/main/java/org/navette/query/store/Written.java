package org.navette.query.store;

import com.mongodb.WriteError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.navette.query.facts.TicketFacts;

/** What there is to tell about a batch that was written. */
public final class Written {

    private final Set<String> gaps = new LinkedHashSet<>();
    private final Map<String, String> tooLarge = new LinkedHashMap<>();

    void gap(TicketFacts facts) {
        if (facts.missing() > 0) {
            gaps.add(facts.number());
        }
    }

    boolean isTooLarge(String number, WriteError error) {
        if (!WriteErrors.isTooLarge(error)) {
            return false;
        }
        tooLarge(number);
        return true;
    }

    void tooLarge(String number) {
        tooLarge.put(number, "with it the ticket would be larger than a document may be");
    }

    /** Tickets with a fact whose predecessor has not come. */
    public Set<String> gaps() {
        return gaps;
    }

    /** Numbers of tickets with something that fits into no document, with the reason: that was not written. */
    public Map<String, String> tooLarge() {
        return tooLarge;
    }
}
