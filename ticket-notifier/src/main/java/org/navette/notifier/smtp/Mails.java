package org.navette.notifier.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.MessageIds;
import org.navette.notifier.letter.PlainAddress;
import org.navette.notifier.template.Wording;

/** From a rendered letter to a MIME message with its headers. */
final class Mails {

    private static final String CHARSET = "UTF-8";

    private final Session session;
    private final MessageIds messageIds;
    private final NotifierSettings.Mail settings;
    private final Clock clock;

    Mails(Session session, NotifierSettings.Mail settings, Clock clock) {
        this.session = session;
        this.messageIds = new MessageIds(settings.messageIdDomain());
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage of(Letter letter, PlainAddress to, Wording wording) throws MessagingException {
        OutgoingMail mail = new OutgoingMail(session, messageIds.of(letter));
        mail.setEnvelopeFrom(settings.from());
        mail.setFrom(sender());
        String replyTo = settings.replyTo();
        if (replyTo != null && !replyTo.isBlank()) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo)});
        }
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.value()));
        mail.setSubject(wording.subject(), CHARSET);
        mail.setSentDate(Date.from(clock.instant()));
        // Out-of-office programs must not answer it.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", letter.language().getLanguage());
        if (!letter.isFirst()) {
            mail.setHeader("In-Reply-To", messageIds.first(letter));
            mail.setHeader("References", messageIds.first(letter));
        }
        mail.setContent(alternatives(wording));
        mail.saveChanges();
        return mail;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(settings.from(), settings.fromName(), CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is missing", impossible);
        }
    }

    /** The richest comes last: readers show the last one that they can. */
    private static MimeMultipart alternatives(Wording wording) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(wording.text(), CHARSET);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(wording.html(), CHARSET, "html");
        return new MimeMultipart("alternative", text, html);
    }
}
