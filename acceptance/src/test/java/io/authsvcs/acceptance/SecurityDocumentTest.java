package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says of OWASP's requirements is shown by tests that are there. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");

    /** {@code `Class`}, {@code `Class.method`}, or {@code `.method`} of the class before. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*)?(?:\\.(\\w+))?`");

    private final List<String[]> rows = rows();
    private final Map<String, String> sources = sources();

    @Test
    void everyTestThatIsNamedIsThere() {
        assertThat(rows).hasSizeGreaterThan(40);
        for (String[] row : rows) {
            String source = "";
            for (MatchResult named : NAMED.matcher(row[2]).results().toList()) {
                String found = Optional.ofNullable(named.group(1))
                        .map(name -> sources.getOrDefault(name, ""))
                        .orElse(source);
                assertThat(found).as(row[0] + " by " + named.group()).isNotEmpty();
                Optional.ofNullable(named.group(2))
                        .ifPresent(method -> assertThat(found).contains(" " + method + "("));
                source = found;
            }
        }
    }

    @Test
    void everyRequirementIsMetByASentenceAndShownByATest() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(3).allSatisfy(cell -> assertThat(cell).isNotBlank());
            assertThat(row[2]).containsPattern(NAMED);
        });
    }

    /** Those of the tables of requirements: their cells. */
    private static List<String[]> rows() {
        return Arrays.stream(read(ROOT.resolve("docs/security.md")).split("\n## ", -1))
                .filter(section -> section.lines().findFirst().orElse("").contains("OWASP ASVS"))
                .flatMap(section ->
                        section.lines().filter(line -> line.startsWith("| ")).skip(1))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
                .toList();
    }

    /** By the names of their classes. */
    private static Map<String, String> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityDocumentTest::files)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityDocumentTest::read,
                            String::concat));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
