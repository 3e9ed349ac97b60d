package io.authsvcs.local.application;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the applications are built, and where what is made of them is kept for every cluster of this source tree.
 *
 * @param root of the source tree
 */
public record Workshop(Path root) {
    /** Says where the source tree is; without it, it is looked for from the working folder upwards. */
    private static final String ROOT = "authsvcs.root";

    public static Workshop find() {
        String told = System.getProperty(ROOT);
        return new Workshop(told != null ? Path.of(told) : rootAbove(Path.of("").toAbsolutePath()));
    }

    /** Where authctl keeps everything unless told otherwise. */
    public Path folder() {
        return root.resolve(".authctl");
    }

    /** The unpacked programs of PostgreSQL. */
    public Path postgres() {
        return folder().resolve("postgres");
    }

    /** Extracts it unless that was done; a built jar or a virtual machine that changed is another one. */
    public PreparedApplication prepare(Application application) {
        Path built = built(application);
        String edition = application.module() + "-" + key(built);
        Path extracted = folder().resolve("apps").resolve(edition);
        if (!Files.isDirectory(extracted)) {
            extract(built, extracted);
        }
        Path cache = Folders.create(folder().resolve("aot")).resolve(edition + ".aot");
        return new PreparedApplication(application, extracted.resolve(application.module() + ".jar"), cache);
    }

    public List<PreparedApplication> prepareAll() {
        return Arrays.stream(Application.values()).map(this::prepare).toList();
    }

    /** Removes what earlier builds left. Call it while none of them runs. */
    public void tidy() {
        List<String> current = prepareAll().stream()
                .map(each -> each.startCache().getFileName().toString().replace(".aot", ""))
                .toList();
        Stream.of("apps", "aot")
                .flatMap(name -> contents(folder().resolve(name)).stream())
                .filter(each -> current.stream().noneMatch(each.getFileName().toString()::startsWith))
                .forEach(Folders::delete);
    }

    private Path built(Application application) {
        Path jar = root.resolve(application.module(), "target", application.module() + ".jar");
        if (!Files.exists(jar)) {
            throw Fault.failed(
                    application.module(),
                    application.module() + " is not built: there is no " + root.relativize(jar) + ".",
                    "Build it: ./mvnw -DskipTests package");
        }
        return jar;
    }

    private static void extract(Path jar, Path into) {
        Path unfinished = Folders.createBeside(into);
        Tool.Result result = Tool.run(
                Java.executable().toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                unfinished.toString());
        if (!result.succeeded()) {
            throw Fault.failed(
                            jar.toString(), jar + " is not a jar of ours.", "Build again: ./mvnw -DskipTests package")
                    .withLog(result.output().lines().toList());
        }
        Folders.place(unfinished, into);
    }

    private static String key(Path jar) {
        try {
            List<Object> facts = List.of(Files.getLastModifiedTime(jar), Files.size(jar), Java.version());
            return Integer.toHexString(facts.hashCode());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> contents(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path rootAbove(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve("authctl")) && Files.exists(each.resolve("pom.xml"))) {
                return each;
            }
        }
        throw Fault.failed("authctl", folder + " is in no source tree of auth-svcs.", "Go into one.");
    }
}
