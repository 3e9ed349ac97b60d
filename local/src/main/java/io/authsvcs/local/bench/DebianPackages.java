package io.authsvcs.local.bench;

import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs of Debian and its kin that are not installed: fetched by apt-get and unpacked, for which nobody has to be root.
 *
 * @param folder where each is kept
 */
record DebianPackages(Path folder) {
    /**
     * A program from its packages: those that were fetched before, if there are any.
     *
     * @param file in the package
     * @return the unpacked file; empty where it can't be had in this way
     */
    Optional<Path> find(Path file, List<String> packages) {
        Path unpacked = folder.resolve(packages.getFirst());
        if (!Files.isDirectory(unpacked)) {
            fetch(packages, unpacked);
        }
        return Optional.of(unpacked.resolve(file)).filter(Files::isExecutable);
    }

    /** The folders of shared libraries that were unpacked beside a program. */
    List<Path> libraries(Path program) {
        Path root = folder.resolve(folder.relativize(program).getName(0));
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(each -> each.getFileName().toString().contains(".so."))
                    .flatMap(each -> Optional.ofNullable(each.getParent()).stream())
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void fetch(List<String> packages, Path into) {
        Path unfinished = Folders.createBeside(into);
        if (download(packages, unfinished).succeeded() && unpack(unfinished)) {
            Folders.place(unfinished, into);
        } else {
            Folders.delete(unfinished);
        }
    }

    private static Tool.Result download(List<String> packages, Path into) {
        // Root would otherwise download as _apt, who may not write here.
        List<String> command = new ArrayList<>(
                List.of("env", "--chdir=" + into, "apt-get", "-o", "APT::Sandbox::User=root", "--quiet", "download"));
        command.addAll(packages);
        return Tool.run(command.toArray(String[]::new));
    }

    private static boolean unpack(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".deb")).toList().stream()
                    .allMatch(file -> Tool.run("dpkg-deb", "--extract", file.toString(), folder.toString())
                            .succeeded());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
