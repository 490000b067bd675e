package org.navette.parts.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends mails over one connection, as a mail client does. */
final class Sender implements AutoCloseable {

    private final Session session;
    private final Transport transport;

    Sender(int port) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        session = Session.getInstance(properties);
        transport = session.getTransport("smtp");
        transport.connect();
    }

    void send(String messageId, String recipient, String subject, String body, String type) throws MessagingException {
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + messageId + ">");
            }
        };
        mail.setFrom("navette@navette.example");
        mail.setRecipient(RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject(subject, "UTF-8");
        mail.setContent(body, type + "; charset=UTF-8");
        mail.saveChanges();
        transport.sendMessage(mail, mail.getAllRecipients());
    }

    boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
