package org.navette.drill.observe;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.drill.check.Seen;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;

/** Waits until the pipeline has settled, and notes what became of the tickets. */
public final class Observer {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Stack stack;
    private final Map<String, Seen> tickets = new HashMap<>();
    private final Log log;
    private final Lists lists;
    private final Mailbox mailbox;
    private final DeadLetters deadLetters;
    private final Progress progress;
    private List<String> pending = List.of();

    public Observer(Stack stack) {
        this.stack = stack;
        var queries = stack.members(Part.QUERY).stream().map(Member::url).toList();
        this.log = new Log(stack.bootstrapServers(), stack.registryUrl(), tickets);
        this.lists = new Lists(queries, tickets);
        this.mailbox = new Mailbox(stack.members(Part.MAIL).get(0).url(), tickets);
        this.deadLetters = new DeadLetters(stack.bootstrapServers());
        this.progress = new Progress(stack.bootstrapServers(), queries.get(0));
    }

    /**
     * Returns when all are ready and at the end of what they read.
     *
     * @return what still is not, for a person; empty where it settled in time
     */
    public List<String> settle(Duration limit) {
        Wait.until(limit, LOOK, () -> {
            pending = pending();
            return pending.isEmpty();
        });
        return pending;
    }

    private List<String> pending() {
        var notReady = new ArrayList<String>();
        for (var member : stack.all()) {
            if (!member.isReady()) {
                notReady.add(member + " is not ready");
            }
        }
        return notReady.isEmpty() ? progress.behind() : notReady;
    }

    /** What there is now is none of ours, and need not even be readable. */
    public void forget() throws IOException {
        log.skipToEnd();
        mailbox.readNew();
        tickets.clear();
    }

    /** How many partitions tickets are spread over, by their number. */
    public int partitions() {
        return progress.partitions();
    }

    /** What each reader stands before that is not at its end, for a person. */
    public List<String> standing() {
        return progress.standing();
    }

    /** @param since when the first of the tickets that are new was sent */
    public void observe(Instant since) throws IOException {
        log.readNew();
        mailbox.readNew();
        lists.readSince(since.minus(CLOCK_TOLERANCE));
    }

    /** All since the beginning. */
    public Collection<Seen> tickets() {
        return tickets.values();
    }

    /** Mails beyond the first under one Message-ID, since the beginning. */
    public int repeatedMails() {
        return tickets.values().stream().mapToInt(Seen::repeatedMails).sum();
    }

    /** Records that somebody could not handle, since the beginning. */
    public long deadLetters() {
        return deadLetters.count();
    }

    /**
     * Whether the read model holds just as many tickets as the log, of all rounds.
     *
     * @return empty where it does
     */
    public String totalsThatDiffer() throws IOException {
        var shown = lists.totals();
        var logged = new Lists.Totals(
                tickets.values().stream().filter(Seen::isOpened).count(),
                tickets.values().stream().filter(Seen::isRefused).count());
        return shown.equals(logged) ? "" : "the read model holds " + shown + ", the log " + logged;
    }

    /** Everything, read again from the beginning by one who knows nothing. */
    public Observer afresh() {
        return new Observer(stack);
    }
}
