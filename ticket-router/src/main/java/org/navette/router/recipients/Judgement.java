package org.navette.router.recipients;

import org.navette.messages.Recipient;

/** What the router makes of a submission. */
public sealed interface Judgement {

    /** It goes to this recipient. */
    record Accepted(Recipient recipient) implements Judgement {}

    /** It goes to nobody. */
    record Refused(Refusal refusal) implements Judgement {}

    static Judgement accepted(Recipient recipient) {
        return new Accepted(recipient);
    }

    static Judgement refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
