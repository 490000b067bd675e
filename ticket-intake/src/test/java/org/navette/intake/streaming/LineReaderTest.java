package org.navette.intake.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void linesComeWithTheirNumbersWhateverEndsThem() throws IOException {
        assertThat(lines("a\r\nb\n\n  \t\nc", 10)).containsExactly("1 a", "2 b", "5 c");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(lines("\uFEFFa\nb\uFEFF\n", 10)).containsExactly("1 a", "2 b\uFEFF");
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        assertThat(lines("12345\n123456\n12345\r\n123456\r\n" + "x".repeat(200_000) + "\nlast", 5))
                .containsExactly("1 12345", "2 too long", "3 12345", "4 too long", "5 too long", "6 last");
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(lines("", 5)).isEmpty();
        assertThat(lines("\n\n", 5)).isEmpty();
    }

    @Test
    void blankLinesDoNotKeepALineFromBeingLate() {
        InputStream blank = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = '\n';
                return 1;
            }
        };
        LineReader reader = new LineReader(blank, 10, Duration.ofMillis(50), () -> true);

        assertThatThrownBy(reader::next).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aReaderThatMayNotGoOnSaysSoWhateverComes() {
        LineReader reader = new LineReader(new ByteArrayInputStream("\n\n".getBytes(UTF_8)), 10, LIMIT, () -> false);

        assertThatThrownBy(reader::next).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void aReaderThatMayNotGoOnStillSeesTheEnd() throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(new byte[0]), 10, LIMIT, () -> false);

        assertThat(reader.next()).isFalse();
    }

    private static List<String> lines(String text, int longest) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), longest, LIMIT, () -> true);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            String line = reader.isTooLong() ? "too long" : new String(reader.line(), 0, reader.length(), UTF_8);
            lines.add(reader.number() + " " + line);
        }
        return lines;
    }
}
