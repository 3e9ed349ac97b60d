package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real instances behind a gateway that sees all of them up; what else is there sleeps. */
class NewcomersTest {
    @TempDir
    private Path folder = Path.of("");

    private final FakeActuator gateway;
    private final List<String> steps = new ArrayList<>();

    NewcomersTest() throws IOException {
        gateway = FakeActuator.start()
                .seeing("auth-1", "up")
                .seeing("auth-2", "up")
                .seeing("auth-3", "up");
    }

    @BeforeEach
    void start() throws IOException {
        for (String program : List.of("auth-service", "gateway", "registry")) {
            TestApplication.build(folder.resolve(program + "/target/" + program + ".jar"));
        }
        members()
                .addMissing(List.of(
                        sleeping(Member.of(Kind.GATEWAY, 1).withPorts(1, gateway.port())),
                        sleeping(Member.of(Kind.REGISTRY, 1)),
                        sleeping(Member.of(Kind.DATABASE, 1))));
        members().specify(Specification.anyPort());
    }

    @AfterEach
    void stop() {
        cluster().abandon();
        gateway.close();
    }

    @Test
    void whereOthersServeTheyComeOneByOne() throws IOException {
        members().put(sleeping(Member.of(Kind.AUTH, 1)));

        assertThat(cluster().up(Specification.anyPort().withAuthInstances(3))).containsExactly("auth-3", "auth-2");

        assertThat(steps).containsSubsequence("begin auth-2", "end auth-2", "begin auth-3", "end auth-3");
    }

    @Test
    void whereNobodyServesTheyComeTogether() {
        cluster().up(Specification.anyPort().withAuthInstances(2));

        assertThat(steps).containsSubsequence("begin auth-2", "begin auth-1", "end auth-2");
    }

    private static Member sleeping(Member member) throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        return member.running(ProcessId.of(sleeper.toHandle()));
    }

    private Members members() {
        return new Members(new StateFile(home().stateFile()));
    }

    private Cluster cluster() {
        return new Cluster(home(), new Workshop(folder), Life.AT_ONCE, new Progress() {
            @Override
            public void begin(String step) {
                steps.add("begin " + step);
            }

            @Override
            public void end(String step) {
                steps.add("end " + step);
            }

            @Override
            public void say(String sentence) {}
        });
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
