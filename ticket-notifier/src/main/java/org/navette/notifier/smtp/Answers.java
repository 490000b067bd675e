package org.navette.notifier.smtp;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Reads the server's answer from the exception's type and the SMTP reply code in it. */
final class Answers {

    private static final int CLOSING = 421;

    /**
     * Enhanced status codes of security and policy (RFC 3463), such as "relaying denied" or "client host blocked"; without
     * those about the recipient: a list that must not be expanded (2), an account that is disabled (13) or changed hands
     * (17).
     */
    private static final Pattern POLICY = Pattern.compile("^\\d{3}[ -]5\\.7\\.(?!(?:2|13|17)\\b)\\d{1,3}\\b");

    private Answers() {}

    static Answer to(MessagingException failure) {
        for (Exception e = failure; e != null; e = next(e)) {
            // It comes behind the failure of the whole and says more: which recipient, and why.
            if (e instanceof SMTPAddressFailedException address) {
                return aboutTheMail(address.getReturnCode(), address.getMessage());
            }
        }
        if (failure instanceof SMTPSendFailedException send) {
            return isAboutUs(send)
                    ? new Answer.ServerAway("refuses our sender or our connection: " + send.getReturnCode())
                    : aboutTheMail(send.getReturnCode(), send.getMessage());
        }
        return new Answer.Cut(failure.getClass().getSimpleName());
    }

    private static Answer aboutTheMail(int code, @Nullable String said) {
        if (code == CLOSING || code < 400 || code > 599) {
            return new Answer.Cut(code < 0 ? "connection lost" : "answered " + code);
        }
        Reason reason = Reason.of(code, said);
        if (code < 500) {
            return new Answer.PutOff(reason);
        }
        boolean policy = said != null && POLICY.matcher(said).find();
        return policy ? new Answer.Unwelcome(reason) : new Answer.Refused(reason);
    }

    /** Nothing of the mail was said yet: any other one would have met the same answer. */
    private static boolean isAboutUs(SMTPSendFailedException failure) {
        String command = failure.getCommand();
        return command != null && !command.startsWith("RCPT") && !command.startsWith("DATA") && !command.equals(".");
    }

    private static Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
