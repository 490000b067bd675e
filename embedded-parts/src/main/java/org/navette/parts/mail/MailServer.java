package org.navette.parts.mail;

import jakarta.mail.util.StreamProvider;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server that delivers nothing: it keeps what it gets on disk and shows it in the browser.
 *
 * <p>A mail that it said yes to survives a kill -9. Mails of up to 1 MiB. Addresses at {@code refused.example} get 550,
 * those at {@code busy.example} 451; a mail to {@code slow.example} takes 50 ms.
 */
public final class MailServer implements AutoCloseable {

    private static final int IDLE_LIMIT_MINUTES = 5;

    private final MailStore store;
    private final SMTPServer smtp;
    private final MailWeb web;

    private MailServer(MailStore store, SMTPServer smtp, MailWeb web) {
        this.store = store;
        this.smtp = smtp;
        this.web = web;
    }

    /**
     * Returns when both ports answer.
     *
     * @param smtpPort 0 for a free one
     * @param webPort 0 for a free one
     */
    public static MailServer start(Path dataDirectory, int smtpPort, int webPort) {
        // Else Jakarta Mail searches the class path for it at each subject that it decodes.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        var store = MailStore.open(dataDirectory);
        var smtp = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Navette mails")
                .messageHandlerFactory(context -> new Delivery(store, Clock.systemUTC()))
                .maxMessageSize(MailLimits.MAX_BYTES)
                .maxConnections(MailLimits.MAX_CONNECTIONS)
                .maxRecipients(MailLimits.MAX_RECIPIENTS)
                .connectionTimeout(IDLE_LIMIT_MINUTES, TimeUnit.MINUTES)
                .build();
        smtp.start();
        return new MailServer(store, smtp, MailWeb.start(store, webPort));
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Of the pages and the JSON API, without a slash at its end. */
    public String webUrl() {
        return "http://127.0.0.1:" + web.port();
    }

    public long count() {
        return store.index().count();
    }

    /** Oldest first, at most 1000. */
    public List<MailSummary> to(String recipient) {
        return store.index().to(recipient, 1000);
    }

    /** Oldest first, at most 1000; more than one after a repeated delivery. */
    public List<MailSummary> withMessageId(String messageId) {
        return store.index().withMessageId(messageId, 1000);
    }

    /** The mail as it came in: headers and body. */
    public byte[] source(MailSummary mail) {
        return store.source(mail.id()).orElseThrow();
    }

    @Override
    public void close() {
        smtp.stop();
        web.close();
        store.close();
    }
}
