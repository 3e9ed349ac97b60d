package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CourtesyTest {
    /** proc_pid_stat(5): the 19th field, of which two stand in front of the name in brackets. */
    private static final int NICE = 19 - 3;

    @Test
    void aThreadThatStandsBackIsNicerThanTheOthers() {
        CompletableFuture<Integer> courteous = new CompletableFuture<>();
        CompletableFuture<Integer> usual = new CompletableFuture<>();

        Thread.ofPlatform().start(new Courtesy().of(() -> tellNice(courteous::complete)));
        Thread.ofPlatform().start(() -> tellNice(usual::complete));

        assertThat(courteous.join()).isEqualTo(Math.max(usual.join(), 10));
    }

    private static void tellNice(Consumer<Integer> told) {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            told.accept(Integer.parseInt(afterName[NICE]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
