package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers everything that goes wrong as a problem, what the framework refuses included. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(ProblemException e, HttpServletRequest request) {
        return problems.answer(e.problem(), Language.of(request));
    }

    /** Of no handler of ours, but of those who read parameters, such as the metrics. */
    @ExceptionHandler
    ResponseEntity<byte[]> undecodable(InvalidParameterException e, HttpServletRequest request) {
        return problems.answer(Problem.ofStatus(e.getErrorCode()), Language.of(request));
    }

    /** @return null where an answer was begun: more of it would only be taken for a part of that */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> defect(RuntimeException e, HttpServletRequest request, HttpServletResponse response) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof ProblemException expected) {
            return problem(expected, request);
        }
        LOG.error("A request failed for a reason that nobody thought of", cause);
        if (response.isCommitted()) {
            return null;
        }
        return problems.answer(Problem.of(500, "internal"), Language.of(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestTimeoutException(
            AsyncRequestTimeoutException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest late = ((ServletWebRequest) request).getRequest();
        Problem known = Problems.onTimeout(late);
        if (known == null) {
            return super.handleAsyncRequestTimeoutException(e, headers, status, request);
        }
        ResponseEntity<byte[]> answer = problems.answer(known, Language.of(late));
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest web = (ServletWebRequest) request;
        if (web.getResponse() != null && web.getResponse().isCommitted()) {
            return null;
        }
        ResponseEntity<byte[]> answer =
                problems.answer(Problem.ofStatus(status.value()), Language.of(web.getRequest()));
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, status);
    }
}
