package org.navette.intake.streaming;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.intake.http.ProblemBody.FieldProblem;

/** The answer to a line as the interface's description shows it; {@link LineAnswers} writes those about problems. */
@Schema(name = "LineAnswer")
public record LineBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Number of the line, from 1") long line,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "202, 400, 408, 413, 500 or 503, as if the line had been a request of its own")
                int status,
        @Schema(description = "Of the ticket that was accepted, or that may exist") @Nullable String number,
        @Schema(description = "What is wrong; not with 202", example = "invalid-fields") @Nullable String code,
        @Nullable String detail,
        @Nullable List<FieldProblem> errors) {}
