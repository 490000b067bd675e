package org.navette.intake.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;

class SlowClientsIT {

    private static final byte[] BODY = SubmissionMother.technical().toString().getBytes(UTF_8);

    @Test
    void slowClientsTakeNoThread() throws IOException {
        try (RunningIntake intake =
                RunningIntake.start("server.tomcat.threads.max=4", "navette.intake.body-timeout=30s")) {
            Api api = intake.ready();
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                slow.add(begun(intake.port()));
            }

            assertThat(api.post("/api/tickets", new String(BODY, UTF_8)).status())
                    .isEqualTo(202);
            for (Socket client : slow) {
                client.getOutputStream().write(BODY, 10, BODY.length - 10);
                assertThat(statusLine(client)).contains("202");
                client.close();
            }
        }
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() throws IOException {
        try (RunningIntake intake = RunningIntake.start("navette.intake.body-timeout=1s")) {
            intake.ready();
            try (Socket client = begun(intake.port())) {
                assertThat(statusLine(client)).contains("408");
            }
        }
    }

    private static Socket begun(int port) throws IOException {
        Socket client = new Socket("127.0.0.1", port);
        client.setSoTimeout(30_000);
        String head = "POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + BODY.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        client.getOutputStream().write(BODY, 0, 10);
        client.getOutputStream().flush();
        return client;
    }

    private static String statusLine(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8)).readLine();
    }
}
