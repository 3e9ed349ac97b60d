package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever sets alerts by docs/operating.md is woken by them: an expression over what nobody measures never fires. */
@ExtendWith(SharedCluster.class)
class OperatingDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "operating.md");
    private static final Pattern EXPRESSION = Pattern.compile("`([^`]* [<>] [\\d.]+)`");
    /** Two words at least; functions of PromQL have one. */
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");

    private static final Pattern LABEL = Pattern.compile("([a-z]+)=~?\"([^\"]+)\"");

    private final Cluster cluster;

    OperatingDocumentIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void whatIsWatchedIsMeasured() throws IOException {
        Client client = new Client(cluster.url());
        client.validate("none");
        List<String> expressions = all(EXPRESSION, Files.readString(DOCUMENT)).stream()
                .map(found -> found.group(1))
                .toList();

        String measured = metrics("gateway") + metrics("auth-1");

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(expressions).allSatisfy(expression -> {
            assertThat(all(METRIC, expression))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(measured).containsPattern("(?m)^" + metric.group() + "[ {]"));
            assertThat(all(LABEL, expression))
                    .allSatisfy(label -> assertThat(measured).contains(label.group(1) + "=\""));
        });
    }

    private String metrics(String name) {
        return new Client(cluster.management(name, ""))
                .get("/actuator/prometheus")
                .body();
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return Stream.of(text)
                .flatMap(whole -> pattern.matcher(whole).results())
                .toList();
    }
}
