package org.navette.intake.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Reads what a client still sends after its answer, of a body that nobody wanted: a connection that is closed while the
 * client sends is reset, and the answer is lost. Tomcat does so too, but with as many threads as there are such clients, and
 * for as long as they like. Here few threads wait for them at a time, and not for long; where that isn't enough, the
 * connection is closed.
 */
@Component
class UnwantedBodies implements TomcatConnectorCustomizer {

    /** One thread in so many may wait for such clients. */
    private static final int THREADS_FOR_ONE_THAT_WAITS = 10;

    /** A single read may take as long as the connection's timeout in addition, and of a chunk's head each byte. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** More than any body that is wanted: a client that was told so early shall still see its answer. */
    static final int MOST_BYTES = 1024 * 1024;

    @Override
    public void customize(Connector connector) {
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        connector.addLifecycleListener(event -> {
            // By then it has an adapter, and knows how many threads are wanted.
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                int waiting = Math.max(1, protocol.getMaxThreads() / THREADS_FOR_ONE_THAT_WAITS);
                protocol.setAdapter(new Reading(protocol.getAdapter(), new Semaphore(waiting)));
            }
        });
    }

    private record Reading(Adapter application, Semaphore mayWait) implements Adapter {

        /** Of a request's notes, of which the application's adapter has the second. */
        private static final int WAS_READ_WITHOUT_A_THREAD = 2;

        @Override
        public void service(Request request, Response response) throws Exception {
            request.setNote(WAS_READ_WITHOUT_A_THREAD, null);
            application.service(request, response);
            end(request);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            boolean succeeded = application.asyncDispatch(request, response, status);
            end(request);
            return succeeded;
        }

        private void end(Request request) {
            if (request.getReadListener() != null) {
                // It is forgotten when the request is sent on.
                request.setNote(WAS_READ_WITHOUT_A_THREAD, true);
            }
            if (hasMore(request) && !is(request, ActionCode.ASYNC_IS_ASYNC) && !is(request, ActionCode.IS_ERROR)) {
                try {
                    readRest(request);
                } catch (IOException e) {
                    request.action(ActionCode.CLOSE_NOW, e);
                }
            }
        }

        /** @throws IOException where the connection is to be closed */
        private void readRest(Request request) throws IOException {
            if (request.getNote(WAS_READ_WITHOUT_A_THREAD) != null) {
                throw new IOException("this body was waited for long enough");
            }
            Rest rest = new Rest(request);
            boolean isInChunks = request.getContentLengthLong() < 0;
            // Of a body in chunks half the head of a chunk may be there, and reading it would wait for the other half.
            while (!isInChunks && hasMore(request) && hasArrived(request)) {
                rest.read();
            }
            if (hasMore(request)) {
                waitFor(rest, request);
            }
        }

        private void waitFor(Rest rest, Request request) throws IOException {
            if (!mayWait.tryAcquire()) {
                throw new IOException("too many are waited for");
            }
            try {
                RequestThreads.letOthersWork();
                long begun = System.nanoTime();
                while (hasMore(request)) {
                    if (System.nanoTime() - begun > LONGEST.toNanos()) {
                        throw new IOException("the rest of the body comes too slowly");
                    }
                    rest.read();
                }
            } finally {
                mayWait.release();
            }
        }

        private static boolean hasMore(Request request) {
            return !is(request, ActionCode.REQUEST_BODY_FULLY_READ);
        }

        private static boolean hasArrived(Request request) {
            request.action(ActionCode.AVAILABLE, true);
            return request.getAvailable() > 0;
        }

        private static boolean is(Request request, ActionCode state) {
            AtomicBoolean answer = new AtomicBoolean();
            request.action(state, answer);
            return answer.get();
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return application.prepare(request, response);
        }

        @Override
        public void log(Request request, Response response, long time) {
            application.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            application.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return application.getDomain();
        }
    }

    private static final class Rest implements ApplicationBufferHandler {

        private final Request request;
        private @Nullable ByteBuffer some;
        private int bytes;

        Rest(Request request) {
            this.request = request;
        }

        void read() throws IOException {
            int read = request.doRead(this);
            if (read <= 0 && Reading.hasMore(request)) {
                throw new EOFException("the client went away");
            }
            bytes += Math.max(0, read);
            if (bytes > MOST_BYTES) {
                throw new IOException("the rest of the body is too long");
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            some = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return some;
        }

        @Override
        public void expand(int size) {
            // Tomcat's buffer has room.
        }
    }
}
