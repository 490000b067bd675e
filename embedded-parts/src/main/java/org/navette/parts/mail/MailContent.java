package org.navette.parts.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** The first text and the first HTML part of a mail. */
record MailContent(Optional<String> text, Optional<String> html) {

    private static final int MAX_DEPTH = 10;

    static MailContent of(byte[] source) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(source));
            return new MailContent(first(message, "text/plain", 0), first(message, "text/html", 0));
        } catch (MessagingException | IOException e) {
            // Shown by its source only.
            return new MailContent(Optional.empty(), Optional.empty());
        }
    }

    private static Optional<String> first(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (depth < MAX_DEPTH && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = first(parts.getBodyPart(i), type, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
