package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.application.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes, which are restarted one after the other. */
class RollingRestartTest {
    private static final String MARK = "nobody has taken the lock since";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        TestApplication.build(folder.resolve("auth-service/target/auth-service.jar"));
        new StateFile(home().stateFile())
                .write(TestStates.of(
                        Member.of(Kind.GATEWAY, 1),
                        Member.of(Kind.AUTH, 1),
                        Member.of(Kind.AUTH, 2),
                        Member.of(Kind.REGISTRY, 1),
                        Member.of(Kind.DATABASE, 1)));
        cluster(Progress.silent()).start("auth-1");
        cluster(Progress.silent()).start("auth-2");
    }

    @AfterEach
    void stop() {
        cluster(Progress.silent()).down();
    }

    @Test
    void theOneIsReadyBeforeTheNextIsStopped() {
        cluster(new Steps()).restartAll();

        assertThat(steps)
                .containsExactly(
                        "begin stop auth-1",
                        "end stop auth-1",
                        "begin auth-1",
                        "end auth-1",
                        "begin stop auth-2",
                        "end stop auth-2",
                        "begin auth-2",
                        "end auth-2");
    }

    @Test
    void theLockIsHeldFromTheFirstStepToTheLast() {
        cluster(new Steps()).restartAll();

        assertThat(home().lockFile()).hasContent(MARK);
    }

    private Cluster cluster(Progress progress) {
        return new Cluster(home(), new Workshop(folder), Life.AT_ONCE, progress);
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    /** Marks the lock in the first step; whoever takes it anew signs over the mark. */
    private final class Steps implements Progress {
        @Override
        public void begin(String step) {
            if (steps.isEmpty()) {
                mark();
            }
            steps.add("begin " + step);
        }

        @Override
        public void end(String step) {
            steps.add("end " + step);
        }

        @Override
        public void say(String sentence) {
            steps.add(sentence);
        }

        private void mark() {
            try {
                Files.writeString(home().lockFile(), MARK);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }
}
