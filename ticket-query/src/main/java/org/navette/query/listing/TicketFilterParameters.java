package org.navette.query.listing;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The parameters that restrict a list, for its description; {@link org.navette.query.listing.Parameters} reads them. */
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            in = ParameterIn.QUERY,
            name = "issuer",
            description = "issuing organisation, scheme:value",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recipient",
            description = "recipient organisation, scheme:value",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recipientService",
            description = "code of a service of that recipient",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "destination",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"TECHNICAL_SUPPORT", "BUSINESS_SERVICE"})),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "status",
            description = "may be repeated",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"OPEN", "AWAITING_INFORMATION", "RESOLVED", "CLOSED"}))),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "category",
            description = "a code of the catalogue",
            schema = @Schema(type = "string")),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "subCategory",
            description = "a code of the catalogue",
            schema = @Schema(type = "string"))
})
@interface TicketFilterParameters {}
