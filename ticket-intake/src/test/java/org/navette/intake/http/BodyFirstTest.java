package org.navette.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.navette.intake.publish.InFlight;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyFirstTest {

    private static final byte[] BODY = "{\"title\":\"A body\"}".getBytes(StandardCharsets.UTF_8);

    private final BodyFirst filter = new BodyFirst(
            new BodyCollector.Limits(1_000, new InFlight(10_000), Duration.ofSeconds(1)), Duration.ofSeconds(1));
    private final MockFilterChain chain = new MockFilterChain();

    /** Another way through the container and its queue would double what such a request costs. */
    @Test
    void aBodyThatCameWithItsHeadPassesAtOnce() throws Exception {
        var request = request(BODY, BODY.length);

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(request.isAsyncStarted()).isFalse();
        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(BoundedBody.take(request).bytes()).isEqualTo(BODY);
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsNotRead() throws Exception {
        var request = request(BODY, 1_001);

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(request.isAsyncStarted()).isFalse();
        assertThatThrownBy(() -> BoundedBody.take(request)).hasMessage("body-too-large");
    }

    @Test
    void aBodyThatIsNotThereYetIsWaitedForWithoutAThread() throws Exception {
        var request = request(new byte[0], BODY.length);

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(request.isAsyncStarted()).isTrue();
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void theRestOfABodyIsWaitedForWithoutAThread() throws Exception {
        var request = request(BODY, BODY.length + 1);

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(request.isAsyncStarted()).isTrue();
        assertThat(chain.getRequest()).isNull();
    }

    private static MockHttpServletRequest request(byte[] arrived, int announced) {
        var in = new AsTheContainers(new ByteArrayInputStream(arrived));
        var request = new MockHttpServletRequest("POST", "/api/tickets") {
            @Override
            public ServletInputStream getInputStream() {
                return in;
            }

            @Override
            public long getContentLengthLong() {
                return announced;
            }
        };
        request.setContentType("application/json");
        request.setAsyncSupported(true);
        return request;
    }

    /** Tells like Tomcat's whether there is anything, not how much. */
    private static final class AsTheContainers extends ServletInputStream {

        private final InputStream in;

        AsTheContainers(InputStream in) {
            this.in = in;
        }

        @Override
        public int available() throws java.io.IOException {
            return Math.min(1, in.available());
        }

        @Override
        public int read() throws java.io.IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws java.io.IOException {
            return in.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            // Nothing comes.
        }
    }
}
