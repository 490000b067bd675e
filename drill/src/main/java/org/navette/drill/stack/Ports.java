package org.navette.drill.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of the loopback address that stay ours while nobody listens on them: below those that the system gives to
 * outgoing connections. Else a client of a part that is down could be given the part's own port, connect to itself,
 * and keep the part from ever coming back.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private int next = FIRST + (int) (ProcessHandle.current().pid() % 1_000) * 10;

    int free() {
        while (next < LAST) {
            var port = next++;
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody else's: the next one, then.
                continue;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }
}
