package org.navette.notifier.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.navette.messages.TicketOpened;
import org.navette.notifier.FactMother;
import org.navette.notifier.SettingsMother;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.Letters;
import org.navette.notifier.letter.PlainAddress;
import org.navette.notifier.template.Templates;

class MailsTest {

    private static final String NASTY = "Élève 漢字 👩‍👧\r\nBcc: victim@x.example\r\nContent-Type: text/html\r\n\r\n<b>";

    private final Session session = Session.getInstance(new Properties());
    private final String number = FactMother.number();

    @Test
    void headers_come_from_us_alone_whatever_the_ticket_says() throws Exception {
        TicketOpened opened = FactMother.opened(number, ticket -> {
            ticket.setTitle(NASTY);
            ticket.getIssuer().setUser(NASTY);
            ticket.getIssuer().setOrganisationName("\"Bank <support@bank.example>\" \r\nBcc: victim@x.example");
            ticket.getObject().setNumber("1\r\nBcc: victim@x.example");
        });
        MimeMessage mail = roundTrip(Letters.about(opened).orElseThrow());

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "date",
                        "from",
                        "reply-to",
                        "to",
                        "message-id",
                        "subject",
                        "mime-version",
                        "content-type",
                        "auto-submitted",
                        "content-language");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("jeanne@dupont.example");
        assertThat(mail.getSubject()).endsWith("Élève 漢字 👩‍👧 Bcc: victim@x.example Content-Type: text/html <b>");
        assertThat(mail.getFrom()[0].toString()).endsWith("<no-reply@navette.example>");
    }

    @Test
    void it_has_a_text_and_an_html_alternative_in_utf_8() throws Exception {
        MimeMessage mail = roundTrip(Letters.about(FactMother.opened(number, "jeanne@dupont.example"))
                .orElseThrow());

        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Factures émises");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("Factures émises");
    }

    @Test
    void later_mails_of_a_ticket_refer_to_its_first() throws Exception {
        MimeMessage mail = roundTrip(Letters.about(FactMother.requested(number, 2, "jeanne@dupont.example"))
                .orElseThrow());

        assertThat(mail.getMessageID()).isEqualTo("<" + number + ".2@navette.example>");
        assertThat(mail.getHeader("References")).containsExactly("<" + number + ".1@navette.example>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<" + number + ".1@navette.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    private MimeMessage roundTrip(Letter letter) throws Exception {
        Mails mails = new Mails(session, SettingsMother.settings(1).mail(), Clock.systemUTC());
        MimeMessage mail = mails.of(
                letter,
                PlainAddress.parse(letter.email()).orElseThrow(),
                Templates.asShipped().render(letter));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        assertThat(out.toString(UTF_8).lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        return new MimeMessage(session, new ByteArrayInputStream(out.toByteArray()));
    }
}
