package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.query.FactMother;
import org.navette.query.facts.Batch;
import org.navette.query.facts.UnusableRecordException;
import org.navette.schemas.WireFormat;

/** Before a registry that says whatever a test wants. */
class RecordReaderTest {

    private static final int ID = 7;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer registry;
    private RecordReader reader;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", this::answer);
        registry.start();
        String url = "http://127.0.0.1:" + registry.getAddress().getPort();
        reader = new RecordReader(new WireFormat(url, false));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        reader.close();
        registry.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"null\"",
                "\"long\"",
                "\"string\"",
                "[\"null\", \"long\"]",
                "[\"long\", \"null\"]",
                "{\"type\": \"array\", \"items\": \"long\"}",
                "{\"type\": \"map\", \"values\": \"long\"}",
                "{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"A\"]}",
                "{\"type\": \"record\", \"name\": \"Nobodys\", \"fields\": [{\"name\": \"a\", \"type\": \"long\"}]}"
            })
    void whateverElseASchemaMayBeIsUnusable(String schema) {
        answer = "{\"schema\": \"" + schema.replace("\"", "\\\"") + "\"}";

        assertThatThrownBy(() -> read(0)).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void aSchemaThatIsNoneOfAvrosIsUnusable() {
        answer = "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}";

        assertThatThrownBy(() -> read(0)).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowIsTheRecordsFault() {
        status = 404;
        answer = "{\"error_code\": 40403, \"message\": \"Schema not found\"}";

        assertThatThrownBy(() -> read(0))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessageContaining("no schema with id 7");
    }

    @ParameterizedTest
    @CsvSource({
        "404, '{\"error_code\": 404, \"message\": \"HTTP 404 Not Found\"}'",
        "404, '<html>no such host</html>'",
        "401, '{\"error_code\": 401, \"message\": \"Unauthorized\"}'",
        "500, '{\"error_code\": 50001, \"message\": \"store is away\"}'",
        "200, '<html>a login page</html>'"
    })
    void anyOtherAnswerIsNot(int status, String answer) {
        this.status = status;
        this.answer = answer;

        assertThatThrownBy(() -> read(0)).isInstanceOf(RegistryAwayException.class);
    }

    @Test
    void theRegistryIsNotAskedAgainForARecordThatDoesNotFitItsSchema() {
        answer = "{\"schema\": \"\\\"string\\\"\"}";
        assertThatThrownBy(() -> read(40)).isInstanceOf(UnusableRecordException.class);
        int first = asked.get();
        status = 500;

        assertThatThrownBy(() -> read(40)).isInstanceOf(UnusableRecordException.class);

        assertThat(asked).hasValue(first);
    }

    private void read(int firstByte) {
        byte[] value = ByteBuffer.allocate(6)
                .put((byte) 0)
                .putInt(ID)
                .put((byte) firstByte)
                .array();
        byte[] key = FactMother.aNumber().getBytes(StandardCharsets.UTF_8);
        reader.read(new ConsumerRecord<>("ticket-events", 0, 0, key, value), new Batch());
    }
}
