package io.authsvcs.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aFreeRememberedPortIsKept() {
        int port = Ports.choose(0, Set.of());

        assertThat(Ports.choose(port, Set.of())).isEqualTo(port);
    }

    @Test
    void aPortThatSomebodyTookMeanwhileIsChosenAnew() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.choose(other.getLocalPort(), Set.of())).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void aPortThatIsPromisedToAnotherIsNotGivenTwice() {
        int port = Ports.choose(0, Set.of());

        assertThat(Ports.choose(port, Set.of(port))).isNotEqualTo(port);
    }

    @Test
    void portsLieBelowThoseOfOutgoingConnections() {
        assertThat(Ports.choose(0, Set.of())).isBetween(20_000, 31_999);
    }

    @Test
    void whoHasAPortIsNamedWhereTheSystemTells() throws IOException {
        try (ServerSocket mine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.find(mine.getLocalPort()))
                    .hasValueSatisfying(owner -> assertThat(owner)
                            .isEqualTo("java, pid " + ProcessHandle.current().pid()));
        }
    }
}
