package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyMemberGetsPortsOfItsOwnAndKeepsThem() {
        Members members = members();
        members.addMissing(List.of(Member.of(Kind.AUTH, 1), Member.of(Kind.AUTH, 2), Member.of(Kind.GATEWAY, 1)));

        new PortPlan(members).assign(members.all().stream().map(Member::name).toList());

        List<Member> planned = members.all();
        assertThat(planned.stream().flatMap(each -> List.of(each.port(), each.managementPort()).stream()))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        new PortPlan(members).assign(List.of("auth-1"));
        assertThat(members.all()).isEqualTo(planned);
    }

    @Test
    void aTakenGatewayPortIsAFaultThatSaysWhoHasItAndWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Members members = members();
            members.specify(Specification.standard().withGatewayPort(other.getLocalPort()));
            members.put(Member.of(Kind.GATEWAY, 1));

            assertThatThrownBy(() -> new PortPlan(members).assign(List.of("gateway")))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.PORT_TAKEN))
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void theGatewaysOwnPortIsNotInItsWay() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Members members = members();
            members.put(Member.of(Kind.GATEWAY, 1)
                    .withPorts(own.getLocalPort(), 0)
                    .running(ProcessId.of(ProcessHandle.current())));

            assertThatCode(() ->
                            new PortPlan(members).check(Specification.anyPort().withGatewayPort(own.getLocalPort())))
                    .doesNotThrowAnyException();
        }
    }

    private Members members() {
        Members members = new Members(new StateFile(folder.resolve("state.json")));
        members.specify(Specification.anyPort());
        return members;
    }
}
