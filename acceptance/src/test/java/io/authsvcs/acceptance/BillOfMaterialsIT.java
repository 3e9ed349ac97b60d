package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped says what it is made of: each library that it runs with, and no other. */
class BillOfMaterialsIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("authsvcs.root")));
    private static final String LIST = "META-INF/sbom/application.cdx.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** {@code pkg:maven/group/name@version?classifier=…&type=jar}. */
    private static final Pattern PACKAGE = Pattern.compile("/([^/@]+)@([^?]+)(?:.*classifier=([^&]+))?");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service", "registry"})
    void aServiceNamesTheLibrariesInItsJar(String module) throws IOException {
        try (ZipFile jar = new ZipFile(jar(module).toFile())) {
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    // Spring Boot's own tool, which unpacks the jar.
                    .filter(Predicate.not(name -> name.startsWith("spring-boot-jarmode-tools-")))
                    .toList();

            assertThat(listed(jar)).containsExactlyInAnyOrderElementsOf(libraries);
        }
    }

    @Test
    void authctlNamesTheLibrariesBesideItsJar() throws IOException {
        try (ZipFile jar = new ZipFile(jar("local").toFile());
                Stream<Path> beside = Files.list(ROOT.resolve("local/target/lib"))) {
            List<String> libraries =
                    beside.map(file -> file.getFileName().toString()).toList();

            assertThat(listed(jar)).containsExactlyInAnyOrderElementsOf(libraries);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service", "registry", "local"})
    void theSameJarHasTheSameList(String module) throws IOException {
        try (ZipFile jar = new ZipFile(jar(module).toFile())) {
            JsonNode list = read(jar);

            assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(list.has("serialNumber")).isFalse();
            assertThat(list.path("metadata").path("timestamp").asString("2026-01-01T00:00:00Z"))
                    .isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    private static Path jar(String module) {
        return ROOT.resolve(module).resolve("target").resolve(module + ".jar");
    }

    /** Without Spring Boot's starters, in which is nothing: its jars leave them out. */
    private static Stream<String> listed(ZipFile jar) throws IOException {
        return read(jar)
                .path("components")
                .valueStream()
                .map(component -> fileOf(component.path("purl").asString()))
                .filter(Predicate.not(file -> file.startsWith("spring-boot-starter-")));
    }

    private static JsonNode read(ZipFile jar) throws IOException {
        ZipEntry entry = Objects.requireNonNull(jar.getEntry(LIST), jar.getName() + " has no " + LIST);
        try (InputStream list = jar.getInputStream(entry)) {
            return JSON.readTree(list);
        }
    }

    private static String fileOf(String purl) {
        Matcher parts = PACKAGE.matcher(purl);
        assertThat(parts.find()).as(purl).isTrue();
        return parts.group(1) + "-" + parts.group(2) + (parts.group(3) == null ? "" : "-" + parts.group(3)) + ".jar";
    }
}
