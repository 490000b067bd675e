package org.navette.parts.mail;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Not a test: measures how many mails a second a running server takes. Arguments: PORT CONNECTIONS MAILS. */
final class MailThroughput {

    private MailThroughput() {}

    public static void main(String[] args) throws Exception {
        var connections = Integer.parseInt(args[1]);
        var each = Integer.parseInt(args[2]) / connections;
        var threads = Executors.newFixedThreadPool(connections);
        var work = new ArrayList<Callable<Integer>>();
        for (var c = 0; c < connections; c++) {
            var name = c;
            work.add(() -> {
                try (var sender = new Sender(Integer.parseInt(args[0]))) {
                    for (var i = 0; i < each; i++) {
                        sender.send(
                                name + "." + i + "@navette",
                                "a" + i + "@example.org",
                                "Ticket " + i,
                                "x".repeat(4000),
                                "text/plain");
                    }
                }
                return each;
            });
        }
        var start = System.nanoTime();
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        System.out.printf("%d mails a second%n", (long) (each * connections / ((System.nanoTime() - start) / 1e9)));
        threads.shutdown();
    }
}
