package org.navette.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.PlainAddress;
import org.navette.notifier.template.LetterTemplates;

/** A connection that is kept from mail to mail and opened again when it is lost. For one thread. */
public final class MailConnection implements AutoCloseable {

    /**
     * Servers close connections that say nothing for some minutes, and others on the way drop them without a word: to ask on
     * such a one might take as long as a server may take over a mail.
     */
    private static final Duration MAY_BE_STALE = Duration.ofSeconds(10);

    /** A way to the server. */
    interface Entry {
        SMTPTransport connect() throws MessagingException;
    }

    private final Entry server;
    private final Mails mails;
    private final LetterTemplates templates;
    private @Nullable SMTPTransport transport;
    private long lastUse;

    MailConnection(Entry server, Mails mails, LetterTemplates templates) {
        this.server = server;
        this.mails = mails;
        this.templates = templates;
    }

    /**
     * Renders and sends a letter.
     *
     * @throws RuntimeException where the letter can't be rendered
     */
    public Answer send(Letter letter) {
        PlainAddress to = PlainAddress.parse(letter.email()).orElse(null);
        if (to == null) {
            return new Answer.Refused(Reason.withoutAnswer("not a plain e-mail address"));
        }
        try {
            return send(mails.of(letter, to, templates.render(letter)));
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that can't be put into a message", e);
        }
    }

    /** Whether the server lets us in: null, or why not. */
    @Nullable
    String probe() {
        try {
            open();
            return null;
        } catch (MessagingException e) {
            close();
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public void close() {
        SMTPTransport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException lostAlready) {
                // Nothing to be saved: every mail on it was answered, or will be sent again.
            }
        }
    }

    private Answer send(MimeMessage mail) {
        SMTPTransport connected;
        try {
            connected = open();
        } catch (MessagingException e) {
            close();
            return new Answer.ServerAway(e.getClass().getSimpleName());
        }
        try {
            connected.sendMessage(mail, mail.getAllRecipients());
            lastUse = System.nanoTime();
            return new Answer.Accepted();
        } catch (MessagingException e) {
            Answer answer = Answers.to(e);
            if (answer instanceof Answer.ServerAway || answer instanceof Answer.Cut) {
                close();
            }
            lastUse = System.nanoTime();
            return answer;
        } catch (IllegalStateException lostBetweenTwoMails) {
            close();
            return new Answer.ServerAway("connection lost");
        }
    }

    private SMTPTransport open() throws MessagingException {
        SMTPTransport open = transport;
        if (open != null && System.nanoTime() - lastUse > MAY_BE_STALE.toNanos()) {
            close();
            open = null;
        }
        if (open == null) {
            open = server.connect();
            transport = open;
            lastUse = System.nanoTime();
        }
        return open;
    }
}
