package org.navette.parts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLogTest {

    private static final byte[] MAIL = "Subject: Hello\r\n\r\nYou".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void aTornMailAtTheEndIsForgottenAndTheNextTakesItsPlace() throws Exception {
        try (var store = MailStore.open(directory)) {
            store.keep("a@example.org", Instant.EPOCH, MAIL);
        }
        Files.write(directory.resolve("mails.log"), new byte[] {0, 0, 1, 0, 7, 7}, StandardOpenOption.APPEND);

        try (var store = MailStore.open(directory)) {
            store.keep("b@example.org", Instant.EPOCH, MAIL);

            assertThat(store.index().after(-1, 10))
                    .extracting(MailSummary::recipient)
                    .containsExactly("a@example.org", "b@example.org");
        }
    }

    @Test
    void aLostIndexIsMadeAgainFromTheLog() throws Exception {
        try (var store = MailStore.open(directory)) {
            store.keep("a@example.org", Instant.EPOCH, MAIL);
            assertThat(store.index().count()).isEqualTo(1);
        }
        Files.delete(directory.resolve("index.mv.db"));

        try (var store = MailStore.open(directory)) {
            assertThat(store.index().to("a@example.org", 10))
                    .extracting(MailSummary::subject)
                    .containsExactly("Hello");
        }
    }
}
