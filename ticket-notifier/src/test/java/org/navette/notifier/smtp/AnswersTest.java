package org.navette.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void a_recipient_refused_for_good() throws Exception {
        assertThat(Answers.to(atRecipient(550, "550 <nobody@x.example>: no such mailbox\r\nsorry")))
                .isEqualTo(new Answer.Refused(new Reason(550, "550 <…>: no such mailbox sorry")));
    }

    @Test
    void a_policy_against_us_is_not_about_the_recipient() throws Exception {
        assertThat(Answers.to(atRecipient(554, "554 5.7.1 <nobody@x.example>: Relay access denied")))
                .isEqualTo(new Answer.Unwelcome(new Reason(554, "554 5.7.1 <…>: Relay access denied")));
        assertThat(Answers.to(atRecipient(550, "550-5.7.25 no reverse name\r\n550 5.7.25 sorry")))
                .isInstanceOf(Answer.Unwelcome.class);
    }

    @Test
    void a_recipient_that_a_policy_protects_is_refused() throws Exception {
        assertThat(Answers.to(atRecipient(550, "550 5.7.2 not a member of the list")))
                .isInstanceOf(Answer.Refused.class);
        assertThat(Answers.to(atRecipient(525, "525 5.7.13 account disabled"))).isInstanceOf(Answer.Refused.class);
        assertThat(Answers.to(atRecipient(550, "550 5.1.1 no such mailbox"))).isInstanceOf(Answer.Refused.class);
        assertThat(Answers.to(atRecipient(450, "450 4.7.1 greylisted"))).isInstanceOf(Answer.PutOff.class);
    }

    @Test
    void a_recipient_put_off() throws Exception {
        assertThat(Answers.to(atRecipient(451, "try later"))).isInstanceOf(Answer.PutOff.class);
    }

    @Test
    void content_refused_or_put_off() {
        assertThat(Answers.to(at(".", 554))).isInstanceOf(Answer.Refused.class);
        assertThat(Answers.to(at("DATA", 452))).isInstanceOf(Answer.PutOff.class);
    }

    @Test
    void a_policy_against_our_sender_is_not_about_the_mail_either() {
        assertThat(Answers.to(at(".", 550, "550 5.7.60 you can't send as this sender")))
                .isInstanceOf(Answer.Unwelcome.class);
        assertThat(Answers.to(at("DATA", 550, "550 5.7.26 unauthenticated mail")))
                .isInstanceOf(Answer.Unwelcome.class);
    }

    @Test
    void a_server_that_says_goodbye_cuts_the_mail_wherever_it_says_so() throws Exception {
        assertThat(Answers.to(atRecipient(421, "closing"))).isInstanceOf(Answer.Cut.class);
        assertThat(Answers.to(at(".", 421))).isInstanceOf(Answer.Cut.class);
        assertThat(Answers.to(at("DATA", -1))).isInstanceOf(Answer.Cut.class);
    }

    @Test
    void a_sender_that_is_refused_concerns_every_mail() {
        assertThat(Answers.to(at("MAIL FROM:<no-reply@navette.example>", 550))).isInstanceOf(Answer.ServerAway.class);
        assertThat(Answers.to(at("MAIL FROM:<no-reply@navette.example>", 530))).isInstanceOf(Answer.ServerAway.class);
    }

    @Test
    void a_connection_that_fails_is_no_answer_about_the_mail() {
        assertThat(Answers.to(new MessagingException("550 in a text means nothing", new SocketTimeoutException())))
                .isInstanceOf(Answer.Cut.class);
    }

    private static MessagingException atRecipient(int code, String said) throws Exception {
        InternetAddress address = new InternetAddress("nobody@x.example");
        var cause = new SMTPAddressFailedException(address, "RCPT TO:<nobody@x.example>", code, said);
        return new SMTPSendFailedException(
                "RCPT TO:<nobody@x.example>", code, said, cause, null, null, new InternetAddress[] {address});
    }

    private static MessagingException at(String command, int code) {
        return at(command, code, "said");
    }

    private static MessagingException at(String command, int code, String said) {
        return new SMTPSendFailedException(command, code, said, null, null, null, null);
    }
}
