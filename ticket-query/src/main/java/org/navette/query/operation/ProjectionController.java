package org.navette.query.operation;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the read model has come. */
@RestController
class ProjectionController {

    private final Lag lag;

    ProjectionController(Lag lag) {
        this.lag = lag;
    }

    @GetMapping(path = "/api/projection", produces = "application/json")
    @Operation(summary = "How far the read model has come in each partition; a lag of 0 means that it shows every fact")
    ProjectionProgress progress() {
        return lag.ask();
    }
}
