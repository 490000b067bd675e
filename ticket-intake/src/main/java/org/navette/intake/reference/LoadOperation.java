package org.navette.intake.reference;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.navette.intake.streaming.LineBody;

/** What the loading of either kind of reference data says of itself in the interface's description. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description = "A table whose first line names the columns, or a JSON object a line",
        content = {
            @Content(mediaType = ReferenceController.CSV, schema = @Schema(type = "string")),
            @Content(mediaType = ReferenceController.NDJSON, schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "200",
        description = "A line for each that is wrong, then how many were accepted and rejected",
        content =
                @Content(
                        mediaType = ReferenceController.NDJSON,
                        schema = @Schema(oneOf = {LineBody.class, LoadOperation.Loaded.class})))
@ApiResponse(responseCode = "400", description = "The first line does not name the columns, or the request broke off")
@ApiResponse(responseCode = "408", description = "The first line did not come in time")
@ApiResponse(responseCode = "413", description = "The first line is too long")
@ApiResponse(responseCode = "415", description = "Neither a table nor lines of JSON")
@ApiResponse(responseCode = "503", description = "Too many such requests at a time, or the service stops")
@interface LoadOperation {

    @Schema(name = "Loaded")
    record Loaded(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long accepted,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long rejected) {}
}
