package org.navette.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.NotifierSettings.Smtp.Security;
import org.navette.notifier.template.LetterTemplates;

/** The mail server that takes our mails: opens connections to it. */
public final class MailServer {

    /** Enough for a server that lets each client wait for its greeting, against senders who don't. */
    private static final Duration LONGEST_GREETING = Duration.ofSeconds(30);

    private final NotifierSettings.Smtp settings;
    private final Session session;
    private final Session probing;
    private final Mails mails;
    private final LetterTemplates templates;

    public MailServer(NotifierSettings settings, LetterTemplates templates, Clock clock) {
        // Else Jakarta Mail searches the class path for it a dozen times a mail, which takes half of all the work.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        this.settings = settings.smtp();
        ScheduledExecutorService writeTimer = writeTimer(this.settings.writeTimeout());
        this.session = session(settings, writeTimer, this.settings.readTimeout());
        this.probing = session(settings, writeTimer, shorter(this.settings.readTimeout(), LONGEST_GREETING));
        this.mails = new Mails(session, settings.mail(), clock);
        this.templates = templates;
    }

    /** For one thread; it connects when first used. */
    public MailConnection connection() {
        return new MailConnection(() -> connect(session), mails, templates);
    }

    /** To ask whether it is there, which must be known sooner than what it makes of a mail. */
    MailConnection probe() {
        return new MailConnection(() -> connect(probing), mails, templates);
    }

    /** @throws MessagingException where it doesn't answer, or doesn't let us in */
    private SMTPTransport connect(Session session) throws MessagingException {
        SMTPTransport transport =
                (SMTPTransport) session.getTransport(settings.security() == Security.TLS ? "smtps" : "smtp");
        transport.connect(settings.host(), settings.port(), orNull(settings.username()), orNull(settings.password()));
        return transport;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Session session(
            NotifierSettings settings, ScheduledExecutorService writeTimer, Duration readTimeout) {
        NotifierSettings.Smtp smtp = settings.smtp();
        boolean tls = smtp.security() == Security.TLS;
        String prefix = tls ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis(smtp.connectTimeout()));
        properties.put(prefix + "timeout", millis(readTimeout));
        properties.put(prefix + "writetimeout", millis(smtp.writeTimeout()));
        properties.put(prefix + "executor.writetimeout", writeTimer);
        properties.put(prefix + "auth", String.valueOf(orNull(smtp.username()) != null));
        properties.put(prefix + "quitwait", "false");
        // Else each connection asks DNS for the name of this host.
        properties.put(prefix + "localhost", settings.mail().messageIdDomain());
        if (smtp.security() != Security.NONE) {
            properties.put(prefix + "ssl.checkserveridentity", "true");
        }
        if (smtp.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return Session.getInstance(properties);
    }

    /**
     * Jakarta Mail has each write cut off by a timer, and stops that one after the write. A timer that has nothing else to do
     * is woken by each of them, several times a mail; one that will wake by itself before is not.
     */
    private static ScheduledExecutorService writeTimer(Duration timeout) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, MailServer::daemon);
        timer.setRemoveOnCancelPolicy(true);
        long wake = Math.max(1, timeout.toMillis() / 2);
        timer.scheduleAtFixedRate(() -> {}, wake, wake, TimeUnit.MILLISECONDS);
        return timer;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "write-timer");
        thread.setDaemon(true);
        return thread;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
