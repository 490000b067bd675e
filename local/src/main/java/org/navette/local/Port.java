package org.navette.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A port that something is going to listen on, and the option that changes it. */
record Port(int number, String user, String option) {

    /** @throws Refusal with a line for each that can't be had */
    static void requireFree(List<Port> ports) {
        var held = new ArrayList<ServerSocket>();
        var complaints = new ArrayList<String>();
        for (var port : ports) {
            try {
                // Held until all are tried, so that one that is given twice is found too.
                held.add(new ServerSocket(port.number, 1, InetAddress.getLoopbackAddress()));
            } catch (IOException | IllegalArgumentException e) {
                complaints.add("Port %d for %s can't be used (%s): stop what listens there, or choose another with %s."
                        .formatted(port.number, port.user, e.getMessage(), port.option));
            }
        }
        held.forEach(Port::close);
        if (!complaints.isEmpty()) {
            throw new Refusal(String.join(System.lineSeparator(), complaints));
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("port " + socket.getLocalPort() + " can't be let go", e);
        }
    }
}
