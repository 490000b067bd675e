package org.navette.parts.mail;

import java.nio.file.Path;

/** The mail server as a process of its own: {@code DATA_DIRECTORY SMTP_PORT WEB_PORT}; stops at SIGTERM. */
public final class MailMain {

    private MailMain() {}

    public static void main(String[] args) {
        var server = MailServer.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-mails"));
    }
}
