package org.navette.intake.ticket;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What both ways of submitting say of themselves in the interface's description. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = "Idempotency-Key",
        description = "Makes a repeat harmless: the same number, one ticket.",
        schema = @Schema(type = "string", minLength = 1, maxLength = 255))
@Parameter(
        in = ParameterIn.HEADER,
        name = "Prefer",
        description = "wait=5 waits up to five seconds for the verdict.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.HEADER,
        name = "Accept-Language",
        description = "Language of problems: fr or en.",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "202",
        description = "The broker has it",
        headers = {
            @Header(name = "Location", description = SubmissionOperation.LOCATION, schema = @Schema(type = "string")),
            @Header(
                    name = "Preference-Applied",
                    description = "How long was waited for the verdict, which did not come",
                    schema = @Schema(type = "string", example = "wait=5"))
        },
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = SubmissionBodies.Deposited.class)))
@ApiResponse(
        responseCode = "201",
        description = "It was opened, with Prefer: wait",
        headers = {
            @Header(name = "Location", description = SubmissionOperation.LOCATION, schema = @Schema(type = "string")),
            @Header(
                    name = "Preference-Applied",
                    description = "How long was waited for at most",
                    schema = @Schema(type = "string", example = "wait=5"))
        },
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = SubmissionBodies.Deposited.class)))
@ApiResponse(responseCode = "400", description = "Fields, JSON or the key are wrong, or the body broke off")
@ApiResponse(responseCode = "408", description = "The body did not come in time")
@ApiResponse(responseCode = "413", description = "The body is too large: 160 KiB unless configured otherwise")
@ApiResponse(responseCode = "415", description = "The body is not JSON")
@ApiResponse(
        responseCode = "422",
        description = "It was refused, with Prefer: wait; or the key was used for another request")
@ApiResponse(responseCode = "429", description = "Too much at a time")
@ApiResponse(responseCode = "503", description = "Not confirmed, or the keys unavailable")
@interface SubmissionOperation {

    String LOCATION = "Where the ticket can be seen; none for one that was submitted without signing in";
}
