package org.navette.parts.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in: answers yes when it is on disk. */
final class Delivery implements MessageHandler {

    private final MailStore store;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();

    Delivery(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void from(String sender) {
        // Anybody may send.
    }

    @Override
    public void recipient(String address) throws RejectException {
        var recipient = address.toLowerCase(Locale.ROOT);
        if (recipient.length() > MailLimits.LONGEST_ADDRESS) {
            // The index has no room for it, and would not be built again at the next start.
            throw new RejectException(553, "5.1.3 Address too long");
        }
        if (recipient.endsWith("@" + MailLimits.REFUSED_DOMAIN)) {
            throw new RejectException(550, "5.1.1 No such mailbox");
        }
        if (recipient.endsWith("@" + MailLimits.BUSY_DOMAIN)) {
            throw new RejectException(451, "4.2.1 Mailbox busy, try again later");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        var source = data.readNBytes(MailLimits.MAX_BYTES + 1);
        if (source.length > MailLimits.MAX_BYTES) {
            // Read to its end first: an answer in the middle of a mail would be taken for a broken connection.
            data.transferTo(OutputStream.nullOutputStream());
            throw new RejectException(552, "5.3.4 Mail too large");
        }
        if (recipients.stream().anyMatch(recipient -> recipient.endsWith("@" + MailLimits.SLOW_DOMAIN))) {
            takeTime();
        }
        var now = clock.instant();
        try {
            for (var recipient : recipients) {
                store.keep(recipient, now, source);
            }
        } catch (IOException e) {
            throw new RejectException(451, "4.3.0 Not stored, try again later");
        }
        return "Kept";
    }

    private static void takeTime() throws RejectException {
        try {
            Thread.sleep(MailLimits.SLOWNESS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectException(421, "4.3.2 Closing");
        }
    }

    @Override
    public void done() {
        // Everything was done in data().
    }
}
