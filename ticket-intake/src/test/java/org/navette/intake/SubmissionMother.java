package org.navette.intake;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submissions as clients send them. */
public final class SubmissionMother {

    private SubmissionMother() {}

    public static ObjectNode technical() {
        return read(
                """
                {"category": "portal", "subCategory": "portal-error",
                 "title": "Page indisponible", "description": "La page reste blanche.",
                 "issuer": {"organisation": {"scheme": "SIRET", "value": "99007919600038"}, "user": "u-1",
                            "email": "camille@fournisseur.example"}}
                """);
    }

    public static ObjectNode aboutInvoice() {
        ObjectNode submission = technical();
        submission.put("category", "issued-invoices").put("subCategory", "question-to-invoice-recipient");
        submission.putObject("object").put("number", "F2026-0001");
        return submission;
    }

    public static ObjectNode aboutRefundClaim() {
        ObjectNode submission = technical();
        submission.put("category", "tic-refund").put("subCategory", "question-on-rejected-claim");
        submission.putObject("object").put("type", "refund-claim").put("number", "TIC-1");
        return submission;
    }

    public static ObjectNode toPublicEntity() {
        ObjectNode submission = technical();
        submission.put("category", "issued-invoices").put("subCategory", "question-to-public-entity");
        submission.putObject("recipient").putObject("organisation").put("value", "99015838800126");
        return submission;
    }

    public static ObjectNode anonymous() {
        return read(
                """
                {"category": "connection", "subCategory": "forgotten-password", "email": "sans.compte@exemple.example",
                 "title": "Mot de passe", "description": "Le lien n'arrive pas."}
                """);
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
