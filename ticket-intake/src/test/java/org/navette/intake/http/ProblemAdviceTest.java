package org.navette.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(new Problems(new Messages()));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final RuntimeException defect = new IllegalStateException("planted");

    @Test
    void aDefectIsToldWithoutItsReason() {
        var answer = advice.defect(defect, request, response);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(new String(answer.getBody())).contains("internal").doesNotContain("planted");
    }

    @Test
    void aParameterThatCannotBeDecodedIsTheClientsFault() {
        var answer = advice.undecodable(new InvalidParameterException("planted"), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(new String(answer.getBody())).contains("bad-request").doesNotContain("planted");
    }

    @Test
    void nothingIsWrittenIntoAnAnswerThatWasBegun() {
        response.setCommitted(true);

        assertThat(advice.defect(defect, request, response)).isNull();
        assertThat(new ContainerErrors(new Problems(new Messages())).error(request, response))
                .isNull();
    }
}
