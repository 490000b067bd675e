package org.navette.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.navette.parts.FreePort;

class PortTest {

    @Test
    void aTakenPortIsRefusedByItsNumberItsUserAndItsOption() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = new Port(taken.getLocalPort(), "ticket-intake", "--intake-port");

            assertThatThrownBy(() -> Port.requireFree(List.of(port)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(String.valueOf(taken.getLocalPort()), "ticket-intake", "--intake-port");
        }
    }

    @Test
    void aPortThatIsGivenTwiceIsRefused() {
        var number = FreePort.find();
        var ports = List.of(new Port(number, "one", "--one"), new Port(number, "two", "--two"));

        assertThatThrownBy(() -> Port.requireFree(ports)).hasMessageContaining("--two");
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Port.requireFree(List.of(new Port(70_000, "one", "--one"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void afterTheCheckThePortsAreFree() throws Exception {
        var port = new Port(FreePort.find(), "one", "--one");

        Port.requireFree(List.of(port));

        assertThatCode(() -> new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress()).close())
                .doesNotThrowAnyException();
    }
}
