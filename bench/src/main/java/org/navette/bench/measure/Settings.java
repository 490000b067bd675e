package org.navette.bench.measure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.navette.bench.http.Requests;
import org.navette.bench.ticket.Submissions;

/**
 * @param seed of the submissions
 * @param duration of each load
 * @param warmUp before the first load of a process
 * @param tickets of a backlog
 * @param connections to measure accepting with
 * @param mailDomain of the issuers' addresses
 */
public record Settings(
        long seed, Duration duration, Duration warmUp, int tickets, List<Integer> connections, String mailDomain) {

    private static final int BODIES = 5_000;

    private static final String QUICK_MAILS = "bench.example";

    /** The local mail server takes its time for a mail to such an address. */
    private static final String SLOW_MAILS = "slow.example";

    /** Nearly a minute of one notifier's, with 8 connections and 50 ms a mail. */
    private static final int MOST_SLOW_MAILS = 8_000;

    public Settings(long seed, Duration duration, Duration warmUp, int tickets, List<Integer> connections) {
        this(seed, duration, warmUp, tickets, connections, QUICK_MAILS);
    }

    /** The same with mails that take their time, and no more of them than that bears. */
    public Settings withSlowMails() {
        return new Settings(seed, duration, warmUp, Math.min(tickets, MOST_SLOW_MAILS), connections, SLOW_MAILS);
    }

    List<byte[]> bodies() {
        return Submissions.bodies(seed, BODIES, mailDomain);
    }

    Requests requests(URI target) {
        return Requests.posts(target.resolve("/api/tickets"), bodies());
    }
}
