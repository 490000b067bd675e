package org.navette.notifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says to each recipient what it is told to say. */
final class SmtpStub implements AutoCloseable {

    final List<String> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private volatile String cut = "nobody";
    private volatile int most = Integer.MAX_VALUE;

    SmtpStub() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "smtp-stub");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** @param domain empty for all */
    void refuse(String domain, String answer) {
        refusals.put(domain, answer);
    }

    void refuseNobody() {
        refusals.clear();
    }

    /** Takes mails to a domain without saying so, and hangs up. */
    void cut(String domain) {
        cut = domain;
    }

    /** Turns away whoever comes while so many are there. */
    void allow(int connected) {
        most = connected;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread serving = new Thread(() -> serve(client), "smtp-stub-client");
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (connections.incrementAndGet() > most) {
                say(client, "421 too many connections");
                return;
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            String recipient = "";
            say(client, "220 stub");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(client, answerTo(recipient));
                } else if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    while (!in.readLine().equals(".")) {}
                    taken.add(recipient);
                    if (recipient.endsWith(cut)) {
                        return;
                    }
                    say(client, "250 taken");
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // So are its mails.
        } finally {
            connections.decrementAndGet();
        }
    }

    private String answerTo(String recipient) {
        return refusals.entrySet().stream()
                .filter(refusal -> recipient.endsWith(refusal.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("250 ok");
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
