package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NginxTest {
    @Test
    void aSourceTreeMayHaveABlankInItsName() {
        assertThat(Nginx.configuration(8_000, Path.of("/my tree", "answer.json"), URI.create("http://localhost:8080")))
                .contains("root \"/my tree\";", "try_files /answer.json ");
    }
}
