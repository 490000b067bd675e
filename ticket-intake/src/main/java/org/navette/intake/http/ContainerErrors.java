package org.navette.intake.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what fails outside of any handler, and above all a body that can't be read to
 * its end, after which Tomcat lets nobody else answer.
 */
@Hidden
@RestController
class ContainerErrors implements ErrorController {

    private final Problems problems;

    ContainerErrors(Problems problems) {
        this.problems = problems;
    }

    /** @return null where an answer was begun: the container then ends its connection */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ResponseEntity<byte[]> error(HttpServletRequest request, HttpServletResponse response) {
        return response.isCommitted() ? null : problems.answer(problem(request), Language.of(request));
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(BoundedBody.COLLECTED) instanceof Problem before) {
            // Why the body was read on in vain says more than that its rest did not come.
            return before;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException unreadable) {
            return Problem.unreadable(unreadable);
        }
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Somebody looks at this address without an error.
        return Problem.ofStatus(status == null ? 404 : status);
    }
}
