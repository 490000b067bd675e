package org.navette.router.tickets;

/** Why an action is not applied, as a stable code. A transfer can also fail with a code of the recipient's refusal. */
public enum Rejection {
    TICKET_UNKNOWN("ticket-unknown"),
    ACTION_UNKNOWN("action-unknown"),
    WRONG_ACTOR("wrong-actor"),
    STALE_VERSION("stale-version"),
    WRONG_STATUS("wrong-status"),
    TEXT_MISSING("text-missing"),
    ISSUER_NOT_CONNECTED("issuer-not-connected"),
    NOT_TAKEN("not-taken"),
    ALREADY_TAKEN("already-taken"),
    TRANSFER_NOT_ALLOWED("transfer-not-allowed");

    private final String code;

    Rejection(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
