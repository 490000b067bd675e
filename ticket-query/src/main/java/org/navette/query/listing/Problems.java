package org.navette.query.listing;

import com.mongodb.MongoException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong, as RFC 9457 problems with a stable code, what the framework and the container refuse included. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    /** BadValue, FailedToParse, TypeMismatch, InvalidBSON, InvalidOptions: no later moment makes such a question right. */
    private static final Set<Integer> WRONGLY_ASKED = Set.of(2, 9, 14, 22, 72);

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParametersException e) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "Invalid parameters", "See errors: each names a parameter and what is wanted.");
        problem.setProperty("errors", e.errors());
        return answer(problem, "invalid-parameters", HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(UnknownTicketException e) {
        ProblemDetail problem = problem(
                HttpStatus.NOT_FOUND,
                "No such ticket",
                "No ticket has this number. One that was just submitted shows up within a second or two.");
        return answer(problem, "ticket-unknown", HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> databaseAway(MongoException e) {
        if (WRONGLY_ASKED.contains(e.getCode())) {
            throw e;
        }
        LOG.atDebug().setCause(e).log("the database did not answer a request");
        return unavailable("The database did not answer in time.");
    }

    @ExceptionHandler
    ResponseEntity<Object> brokerAway(KafkaException e) {
        LOG.atDebug().setCause(e).log("the broker did not answer a request");
        return unavailable("The broker did not answer in time.");
    }

    private static ResponseEntity<Object> unavailable(String detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(
                problem(HttpStatus.SERVICE_UNAVAILABLE, "Not available for the moment", detail),
                "unavailable",
                headers);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        return answer(problem, code(status.value()), headers);
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            default -> status < 500 ? "bad-request" : "internal";
        };
    }

    /** As a problem also where the client said that it takes none, or said it so that nobody understands. */
    private static ResponseEntity<Object> answer(ProblemDetail problem, String code, HttpHeaders headers) {
        problem.setProperty("code", code);
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What fails outside of any handler, such as an address with parameters that can't be decoded. */
    @Hidden
    @RestController
    static class OfContainer implements ErrorController {

        @RequestMapping("${spring.web.error.path:/error}")
        ResponseEntity<Object> error(HttpServletRequest request) {
            Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            // Without one, somebody looks at this address though nothing failed.
            int shown = status == null ? HttpStatus.NOT_FOUND.value() : status;
            return answer(ProblemDetail.forStatus(shown), code(shown), HttpHeaders.EMPTY);
        }
    }
}
