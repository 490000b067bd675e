package org.navette.parts.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a mail.
 *
 * @param messageId without angle brackets, empty where there is none
 * @param subject decoded, empty where there is none
 */
record MailHeaders(String messageId, String subject) {

    private static final int MAX_MESSAGE_ID = 998;
    private static final int MAX_SUBJECT = 2000;

    static MailHeaders of(byte[] source) {
        try {
            var headers = new InternetHeaders(new ByteArrayInputStream(source), true);
            var messageId = first(headers.getHeader("Message-ID")).trim();
            if (messageId.startsWith("<") && messageId.endsWith(">")) {
                messageId = messageId.substring(1, messageId.length() - 1);
            }
            return new MailHeaders(
                    shorten(messageId, MAX_MESSAGE_ID),
                    shorten(decode(first(headers.getHeader("Subject"))), MAX_SUBJECT));
        } catch (MessagingException e) {
            // A mail that can't be read as one is kept and shown all the same, by its source.
            return new MailHeaders("", "");
        }
    }

    private static String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static String decode(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private static String shorten(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
