package org.navette.notifier.smtp;

/** What came of an attempt to hand an e-mail to the mail server. */
public sealed interface Answer {

    /** The server has it. */
    record Accepted() implements Answer {}

    /** Not this mail, not now. */
    record PutOff(Reason reason) implements Answer {}

    /** Not this mail, never. */
    record Refused(Reason reason) implements Answer {}

    /**
     * Not from us: a policy refuses a relay, the sender or its host at the recipient's address or at the mail. Mostly any
     * other one would meet the same answer.
     */
    record Unwelcome(Reason reason) implements Answer {}

    /**
     * In the middle of this mail the connection broke, or the server said goodbye or nothing: the server's fault, or this
     * mail's. It may have been taken.
     */
    record Cut(String cause) implements Answer {}

    /** No mail at all for the moment: the fault lies with the server, the way to it, or our right to use it. */
    record ServerAway(String cause) implements Answer {}
}
