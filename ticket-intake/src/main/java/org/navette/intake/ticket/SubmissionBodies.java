package org.navette.intake.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Submissions as the interface's description shows them; a test keeps them in step with the forms that are read. */
public final class SubmissionBodies {

    private SubmissionBodies() {}

    @Schema(name = "ConnectedSubmission", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record Connected(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "portal") String category,
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "portal-error") String subCategory,
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 200) String title,
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 10_000) String description,
            @Schema(allowableValues = {"fr", "en"}) @Nullable String language,
            @Schema(requiredMode = RequiredMode.REQUIRED) IssuerBody issuer,
            @Nullable ObjectBody object,
            @Nullable RecipientBody recipient) {}

    @Schema(name = "AnonymousSubmission", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record Anonymous(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "connection") String category,
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "forgotten-password") String subCategory,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 254, example = "nom@exemple.example")
                    String email,
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 200) String title,
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 10_000) String description,
            @Schema(allowableValues = {"fr", "en"}) @Nullable String language) {}

    @Schema(name = "Issuer", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record IssuerBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) OrganisationBody organisation,
            @Schema(maxLength = 200) @Nullable String organisationName,
            @Schema(maxLength = 100) @Nullable String service,
            @Schema(maxLength = 254) @Nullable String user,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 254, example = "nom@exemple.example")
                    String email) {}

    @Schema(name = "Organisation", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record OrganisationBody(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"SIRET", "EU_VAT", "RIDET", "TAHITI", "OTHER"})
                    String scheme,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "99007919600038") String value) {}

    @Schema(name = "RecipientOrganisation", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record RecipientOrganisationBody(
            @Schema(
                            allowableValues = {"SIRET", "EU_VAT", "RIDET", "TAHITI", "OTHER"},
                            defaultValue = "SIRET")
                    @Nullable
                    String scheme,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "99015838800126") String value) {}

    @Schema(name = "BusinessObjectReference", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record ObjectBody(
            @Schema(example = "invoice") @Nullable String type,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 35, pattern = "[A-Za-z0-9+\\-_/]+")
                    String number) {}

    @Schema(name = "RequestedRecipient", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    public record RecipientBody(
            @Schema(requiredMode = RequiredMode.REQUIRED) RecipientOrganisationBody organisation,
            @Schema(maxLength = 100) @Nullable String service) {}

    @Schema(name = "Deposit")
    public record Deposited(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "7K3M9QTX2F4CH8AV") String number,
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "7K3M-9QTX-2F4C-H8AV") String groupedNumber,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"accepted", "open"})
                    String status) {}
}
