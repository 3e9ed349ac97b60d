package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first session of README.md, line by line, in a shell. */
@ExtendWith(SharedCluster.class)
class ReadmeIT {
    private static final Path README = Path.of(System.getProperty("authsvcs.root"), "README.md");
    private static final Pattern SESSION = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theFirstSessionGoesAsItIsWritten(Cluster cluster) throws IOException, InterruptedException {
        String script = session();
        String beforeTheInstancesLeave = script.substring(0, script.indexOf("./authctl scale 0"));
        String afterwards = script.substring(
                script.indexOf("./authctl scale 0") + "./authctl scale 0".length(),
                script.indexOf("./authctl scale 2"));

        String first = run(beforeTheInstancesLeave + "\necho; echo \"TOKEN=$TOKEN\"", cluster, "");
        String token =
                first.substring(first.indexOf("TOKEN=") + "TOKEN=".length()).strip();
        cluster.scale(0);
        String last = run(afterwards, cluster, token);
        cluster.scale(2);

        assertThat(first)
                .containsSubsequence(
                        "\"statusCode\":201",
                        "\"statusCode\":200",
                        "\"isValid\":true",
                        "\"sessionID\"",
                        "\"email\":\"ann@example.com\"",
                        "\"result\":{}",
                        "\"isValid\":false,\"reason\":\"session revoked\"");
        assertThat(last).contains("\"reason\":\"Unavailable auth-svcs instances\"");
    }

    private static String session() throws IOException {
        Matcher session = SESSION.matcher(Files.readString(README));
        assertThat(session.find()).as("README.md has a first session").isTrue();
        return session.group(1);
    }

    /** In a shell, at this cluster's own port, for the README's 8080 may be taken. */
    private static String run(String script, Cluster cluster, String token) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        "-eu",
                        "-c",
                        script.replace("http://localhost:8080", cluster.url().toString()))
                .redirectErrorStream(true);
        shell.environment().put("TOKEN", token);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
