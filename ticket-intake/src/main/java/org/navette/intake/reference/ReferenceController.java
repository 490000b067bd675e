package org.navette.intake.reference;

import io.swagger.v3.oas.annotations.Operation;
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
import org.navette.intake.streaming.Streams;
import org.navette.schemas.Catalogue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what upstream systems know, as a table or a JSON object a line, of any length. */
@RestController
@RequestMapping("/api/reference-data")
class ReferenceController {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

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

    @Operation(summary = "Load organisations")
    @LoadOperation
    @PostMapping(
            path = "/organisations",
            consumes = {CSV, NDJSON})
    void organisations(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(organisations, request, response);
    }

    @Operation(summary = "Load business objects")
    @LoadOperation
    @PostMapping(
            path = "/business-objects",
            consumes = {CSV, NDJSON})
    void businessObjects(HttpServletRequest request, HttpServletResponse response) throws IOException {
        load(businessObjects, request, response);
    }

    private void load(Kind kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean table = MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.valueOf(CSV));
        LineAnswers answers = new LineAnswers(problems, Language.of(request));
        streams.stream(request, response, lines -> {
            LineFormat format = table ? LineFormat.csv(kind, lines) : LineFormat.json(kind);
            return new ReferenceLines(kind, format, publisher, answers, retryAfter);
        });
    }
}
