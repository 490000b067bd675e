package org.navette.parts.mail;

import java.time.Duration;

/** What the mail server takes, and how it plays the difficult addresses. */
final class MailLimits {

    /** Of a whole mail, as it is transferred. */
    static final int MAX_BYTES = 1024 * 1024;

    static final int MAX_CONNECTIONS = 200;
    static final int MAX_RECIPIENTS = 100;

    /** Characters of an address: 64, the sign, 255 (RFC 3696). */
    static final int LONGEST_ADDRESS = 320;

    /** Every address of this domain gets 550: refused for good. */
    static final String REFUSED_DOMAIN = "refused.example";

    /** Every address of this domain gets 451: try again later, for ever. */
    static final String BUSY_DOMAIN = "busy.example";

    /** Every address of this domain has its mails taken, each after {@link #SLOWNESS}: as by a server far away. */
    static final String SLOW_DOMAIN = "slow.example";

    static final Duration SLOWNESS = Duration.ofMillis(50);

    private MailLimits() {}
}
