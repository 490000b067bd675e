package org.navette.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of the loopback address that nobody listens on at this moment, and that was not given to anybody in this process
 * before: who has it may not listen yet.
 */
public final class FreePort {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int find() {
        int port;
        do {
            port = free();
        } while (!GIVEN.add(port));
        return port;
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    /** The given port, or a free one where it is 0. */
    public static int orFree(int port) {
        return port == 0 ? find() : port;
    }
}
