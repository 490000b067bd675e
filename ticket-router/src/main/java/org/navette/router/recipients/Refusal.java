package org.navette.router.recipients;

/** Why a submission is turned away: a stable code, and the field of the submission that is at fault. */
public enum Refusal {
    OBJECT_TYPE_MISSING("object-type-missing", "object.type"),
    OBJECT_NUMBER_MISSING("object-number-missing", "object.number"),
    OBJECT_NOT_FOUND("object-not-found", "object.number"),
    OBJECT_TYPE_MISMATCH("object-type-mismatch", "object.number"),
    OBJECT_RECIPIENT_UNKNOWN("object-recipient-unknown", "object.number"),
    ISSUER_MISSING("required", "issuer.organisation"),
    RECIPIENT_MISSING("required", "recipient.organisation"),
    RECIPIENT_UNKNOWN("recipient-unknown", "recipient.organisation"),
    RECIPIENT_UNSUITABLE("recipient-unsuitable", "recipient.organisation"),
    SERVICE_REQUIRED("recipient-service-required", "recipient.service"),
    SERVICE_UNKNOWN("recipient-service-unknown", "recipient.service"),
    SERVICE_UNSUITABLE("recipient-service-unsuitable", "recipient.service");

    private final String code;
    private final String field;

    Refusal(String code, String field) {
        this.code = code;
        this.field = field;
    }

    public String code() {
        return code;
    }

    /** As the HTTP API names it. */
    public String field() {
        return field;
    }
}
