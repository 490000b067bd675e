package org.navette.intake.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

/** A bulk request on a bare connection, so that a test decides when a line goes out and when an answer is read. */
public final class OpenBulk implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    public OpenBulk(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        write("POST /api/tickets/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
    }

    public void send(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    public void finish() throws IOException {
        write("0\r\n\r\n");
    }

    /** @return the status line */
    public String readHead() throws IOException {
        String status = in.readLine();
        while (!in.readLine().isEmpty()) {
            // The other headers don't matter.
        }
        return status;
    }

    /** @return the next answer; empty at the end */
    public String readAnswer() throws IOException {
        while (true) {
            String line = in.readLine();
            if (line == null || line.equals("0")) {
                return "";
            }
            // Sizes of chunks and empty lines between them.
            if (line.startsWith("{")) {
                return line;
            }
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
