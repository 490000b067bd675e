package org.navette.intake.submission;

import org.navette.intake.fields.Form;

/** The two ways of submitting a ticket. */
public enum SubmissionForm {
    /** By a signed-in user, for an organisation. */
    CONNECTED(
            "category",
            "subCategory",
            "title",
            "description",
            "language",
            "issuer.organisation.scheme",
            "issuer.organisation.value",
            "issuer.organisationName",
            "issuer.service",
            "issuer.user",
            "issuer.email",
            "object.type",
            "object.number",
            "recipient.organisation.scheme",
            "recipient.organisation.value",
            "recipient.service"),
    /** By anybody, about technical matters. */
    ANONYMOUS("category", "subCategory", "email", "title", "description", "language");

    private final Form form;

    SubmissionForm(String... paths) {
        this.form = Form.ofTexts(paths);
    }

    public Form form() {
        return form;
    }
}
