package org.navette.parts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;

class MailsSurviveKillIT {

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedMailIsThereAfterAKillInTheMiddle() {
        var port = FreePort.find();
        var acknowledged = new AtomicInteger();
        try (var server = start(port)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> connects(port));
            var sending = CompletableFuture.runAsync(() -> sendUntilItFails(port, acknowledged));
            await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.get() >= 300);
            server.kill();
            sending.join();
        }

        try (var again = MailServer.start(directory.resolve("mails"), 0, 0)) {
            // The one in flight may have been kept before its sender heard of it.
            assertThat(again.count()).isBetween((long) acknowledged.get(), acknowledged.get() + 1L);
            assertThat(again.withMessageId(acknowledged.get() + "@navette")).hasSize(1);
        }
    }

    private ChildProcess start(int port) {
        return ChildProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailMain.class.getName(),
                        directory.resolve("mails").toString(),
                        String.valueOf(port),
                        "0"),
                directory.resolve("mail.log"));
    }

    private static boolean connects(int port) {
        try (var sender = new Sender(port)) {
            return sender.isConnected();
        } catch (MessagingException e) {
            return false;
        }
    }

    private static void sendUntilItFails(int port, AtomicInteger acknowledged) {
        try (var sender = new Sender(port)) {
            while (true) {
                var number = acknowledged.get() + 1;
                sender.send(number + "@navette", "a@example.org", "Number " + number, "Hello", "text/plain");
                acknowledged.set(number);
            }
        } catch (MessagingException e) {
            // The server is gone, as intended.
        }
    }
}
