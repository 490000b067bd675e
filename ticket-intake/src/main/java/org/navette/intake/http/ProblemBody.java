package org.navette.intake.http;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as the interface's description shows it; {@link Problems} writes it. */
@Schema(name = "Problem")
public record ProblemBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "urn:navette:problem:invalid-fields") String type,
        @Schema(requiredMode = RequiredMode.REQUIRED) String title,
        @Schema(requiredMode = RequiredMode.REQUIRED) int status,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "invalid-fields") String code,
        @Schema(requiredMode = RequiredMode.REQUIRED) String detail,
        @Schema(description = "Of the ticket that was refused, or that may exist") @Nullable String number,
        @Nullable List<FieldProblem> errors) {

    @Schema(name = "FieldProblem")
    public record FieldProblem(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "issuer.email") String field,
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "malformed") String code,
            @Schema(requiredMode = RequiredMode.REQUIRED) String message) {}
}
