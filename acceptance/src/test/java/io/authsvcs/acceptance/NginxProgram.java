package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as Debian has it: the machine's own, or unpacked from Debian's package, for which nobody has to be root. */
final class NginxProgram {
    private static final Path FOLDER = Path.of("target", "nginx-package").toAbsolutePath();
    private static final Path UNPACKED = FOLDER.resolve(Path.of("usr", "sbin", "nginx"));
    private static final Path INSTALLED = Path.of("/usr/sbin/nginx");

    private NginxProgram() {}

    static Path find() {
        return Tool.find("nginx")
                .or(() -> executable(INSTALLED))
                .or(() -> executable(UNPACKED))
                .orElseGet(NginxProgram::fetch);
    }

    private static Path fetch() {
        Tool.Result fetched = download(List.of());
        if (!fetched.succeeded()) {
            // The machine's package lists are missing or too old, and only root may renew them.
            fetched = download(withListsOfOurOwn());
        }
        assertThat(fetched.succeeded())
                .as(
                        "This test needs nginx, and its package could not be fetched. Install nginx, or let apt-get reach a"
                                + " Debian mirror. %s",
                        fetched.output())
                .isTrue();
        Tool.Result unpacked = Tool.run("dpkg-deb", "--extract", downloaded().toString(), FOLDER.toString());
        assertThat(unpacked.succeeded()).as(unpacked.output()).isTrue();
        return UNPACKED;
    }

    private static Tool.Result download(List<String> options) {
        create(FOLDER);
        return aptGet(options, "download", "nginx");
    }

    private static List<String> withListsOfOurOwn() {
        Path lists = FOLDER.resolve("lists");
        Path cache = FOLDER.resolve("cache");
        create(lists.resolve("partial"));
        create(cache.resolve(Path.of("archives", "partial")));
        List<String> options = List.of("-o", "Dir::State::lists=" + lists, "-o", "Dir::Cache=" + cache);
        Tool.Result updated = aptGet(options, "update");
        assertThat(updated.succeeded()).as(updated.output()).isTrue();
        return options;
    }

    private static Tool.Result aptGet(List<String> options, String... command) {
        return Tool.run(Stream.of(
                        Stream.of("env", "--chdir=" + FOLDER, "apt-get"),
                        // Root would otherwise download as _apt, who may not write here.
                        Stream.of("-o", "APT::Sandbox::User=root"),
                        options.stream(),
                        Stream.of(command))
                .flatMap(part -> part)
                .toList()
                .toArray(String[]::new));
    }

    private static Path downloaded() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Path> executable(Path file) {
        return Optional.of(file).filter(Files::isExecutable);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
