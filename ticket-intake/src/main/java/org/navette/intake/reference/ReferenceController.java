package org.navette.intake.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Language;
import org.navette.intake.http.Problems;
import org.navette.intake.publish.Publisher;
import org.navette.intake.streaming.LineAnswers;
import org.navette.intake.streaming.LineReader;
import org.navette.intake.streaming.Streams;
import org.navette.schemas.Catalogue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what upstream systems know, as a table or a JSON object a line, of any length. */
@RestController
@RequestMapping("/api/reference-data")
class ReferenceController {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final Streams streams;
    private final Publisher publisher;
    private final Problems problems;
    private final Duration retryAfter;
    private final Kind organisations = new Organisations();
    private final Kind businessObjects;

    ReferenceController(
            Streams streams,
            @Qualifier("bulkPublisher") Publisher publisher,
            Problems problems,
            IntakeProperties properties,
            Catalogue catalogue) {
        this.streams = streams;
        this.publisher = publisher;
        this.problems = problems;
        this.retryAfter = properties.retryAfter();
        this.businessObjects = new BusinessObjects(catalogue.objectTypes().stream()
                .map(Catalogue.ObjectType::code)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Operation(
            summary = "Load organisations, a table whose first line names the columns",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A verdict for each bad line, then how many were accepted and rejected",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @PostMapping(path = "/organisations", consumes = CSV)
    void organisationsTable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(organisations, request, response, lines -> LineFormat.csv(organisations, lines));
    }

    @Operation(
            summary = "Load organisations, a JSON object a line",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A verdict for each bad line, then how many were accepted and rejected",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @PostMapping(path = "/organisations", consumes = NDJSON)
    void organisations(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(organisations, request, response, lines -> LineFormat.json(organisations));
    }

    @Operation(
            summary = "Load business objects, a table whose first line names the columns",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A verdict for each bad line, then how many were accepted and rejected",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @PostMapping(path = "/business-objects", consumes = CSV)
    void businessObjectsTable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(businessObjects, request, response, lines -> LineFormat.csv(businessObjects, lines));
    }

    @Operation(
            summary = "Load business objects, a JSON object a line",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "A verdict for each bad line, then how many were accepted and rejected",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    @PostMapping(path = "/business-objects", consumes = NDJSON)
    void businessObjects(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(businessObjects, request, response, lines -> LineFormat.json(businessObjects));
    }

    private void load(Kind kind, HttpServletRequest request, HttpServletResponse response, FormatSource format)
            throws IOException {
        LineAnswers answers = new LineAnswers(problems, Language.of(request));
        streams.stream(
                request, response, lines -> new ReferenceLines(kind, format.of(lines), publisher, answers, retryAfter));
    }

    @FunctionalInterface
    private interface FormatSource {
        LineFormat of(LineReader lines) throws IOException;
    }
}
