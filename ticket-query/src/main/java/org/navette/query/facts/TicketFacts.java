package org.navette.query.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Recipient;
import org.navette.messages.Status;
import org.navette.messages.Ticket;

/**
 * A set of facts of one ticket, and what they make of it. Adding is idempotent and may happen in any order: whoever has
 * seen the same facts shows the same ticket. Of facts that contradict each other, which the router never writes, the first
 * in the log counts. Never empty once a fact was added; not thread-safe.
 */
public final class TicketFacts {

    private final String number;
    private final NavigableMap<Integer, Activity> history = new TreeMap<>();
    private @Nullable Ticket ticket;

    public TicketFacts(String number) {
        this.number = number;
    }

    public TicketFacts(String number, @Nullable Ticket ticket, Collection<Activity> history) {
        this(number);
        this.ticket = ticket;
        history.forEach(this::add);
    }

    /** An activity of a version that is there already changes nothing. */
    public void add(Activity activity) {
        history.putIfAbsent(activity.version(), activity);
    }

    /** As with an activity, the first counts. */
    public void opened(Ticket first) {
        if (ticket == null) {
            ticket = first;
        }
    }

    /** The facts that follow a version; may have none. */
    public TicketFacts after(int version) {
        return new TicketFacts(number, null, history.tailMap(version, false).values());
    }

    /** The same facts, each by itself. */
    public List<TicketFacts> oneByOne() {
        return history.values().stream()
                .map(activity -> new TicketFacts(number, activity.version() == 1 ? ticket : null, List.of(activity)))
                .toList();
    }

    /** @return whether the other facts brought anything new */
    public boolean merge(TicketFacts other) {
        int before = history.size();
        other.history.values().forEach(this::add);
        if (other.ticket != null) {
            opened(other.ticket);
        }
        return history.size() > before;
    }

    public String number() {
        return number;
    }

    /** What was submitted; empty as long as the first fact is missing. */
    public Optional<Ticket> ticket() {
        return Optional.ofNullable(ticket);
    }

    public NavigableMap<Integer, Activity> history() {
        return Collections.unmodifiableNavigableMap(history);
    }

    public int firstVersion() {
        return history.firstKey();
    }

    public int version() {
        return history.lastKey();
    }

    /** Whether no version between the first and the last is missing. */
    public boolean isContiguous() {
        return version() - firstVersion() + 1 == history.size();
    }

    /** How many versions below the last are missing, counted from version 1. */
    public int missing() {
        return version() - history.size();
    }

    public Activity last() {
        return history.lastEntry().getValue();
    }

    public Status status() {
        return last().status();
    }

    /** Who must answer, as far as these facts tell. */
    public Optional<Recipient> recipient() {
        return history.descendingMap().values().stream()
                .map(Activity::recipient)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The last activity that took the ticket or gave it to another recipient, which nobody has taken yet. */
    public Optional<Activity> assignment() {
        return history.descendingMap().values().stream()
                .filter(activity -> activity.agent() != null || activity.recipient() != null)
                .findFirst();
    }
}
