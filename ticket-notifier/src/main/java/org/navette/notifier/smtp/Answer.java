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
     * Not from us: a relay, a sender's host or a policy is refused at the recipient's address. Mostly any other mail would meet
     * the same answer.
     */
    record Unwelcome(Reason reason) implements Answer {}

    /** No mail at all for the moment: the fault lies with the server, the way to it, or our right to use it. */
    record ServerAway(String cause) implements Answer {}
}
