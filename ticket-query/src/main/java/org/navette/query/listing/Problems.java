package org.navette.query.listing;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong, as RFC 9457 problems. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ProblemDetail invalid(InvalidParametersException e) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "Invalid parameters", "See errors: each names a parameter and what is wanted.");
        problem.setProperty("errors", e.errors());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownTicketException e) {
        return problem(
                HttpStatus.NOT_FOUND,
                "No such ticket",
                "No ticket has this number. One that was just submitted shows up within a second or two.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(MongoException e) {
        LOG.atDebug().setCause(e).log("the database did not answer a request");
        return unavailable("The database did not answer in time.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokerAway(KafkaException e) {
        LOG.atDebug().setCause(e).log("the broker did not answer a request");
        return unavailable("The broker did not answer in time.");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available for the moment", detail));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
