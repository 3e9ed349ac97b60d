package io.authsvcs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The script in a source tree of its own, whose Maven notes that it was called and goes on when it is told to, and whose
 * Java says what it was called with.
 */
record TestTree(Path root) {
    private static final List<String> MODULES = List.of("registry", "auth-service", "gateway", "local");
    private static final String MAVEN = """
            #!/bin/sh
            mkdir building || { echo twice >> overlaps; exit 1; }
            echo once >> builds
            until [ -f go ]; do sleep 0.1; done
            for module in registry auth-service gateway local; do
                mkdir -p "$module/target"
                touch "$module/target/$module.jar"
            done
            rmdir building
            """;
    private static final String JAVA = """
            #!/bin/sh
            echo "java $*"
            """;

    static TestTree planted(Path root) throws IOException {
        TestTree tree = new TestTree(root);
        Files.copy(Path.of("..", "authctl"), root.resolve("authctl"));
        Files.createDirectories(root.resolve("common/src/main"));
        Files.createFile(root.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.createFile(root.resolve(module).resolve("pom.xml"));
        }
        tree.mendMaven();
        tree.plantJdk();
        return tree;
    }

    void breakMaven() throws IOException {
        executable("mvnw", "#!/bin/sh\nexit 1\n");
    }

    void mendMaven() throws IOException {
        executable("mvnw", MAVEN);
    }

    /** Builds end now, and so does each one from now on, at once. */
    void letBuildsEnd() throws IOException {
        Files.createFile(root.resolve("go"));
    }

    /** Changes a source file; a file system may not tell moments apart that follow each other closely. */
    void changeAfterTheBuild(String module) throws IOException {
        Path source = Files.createFile(root.resolve(module).resolve("src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    }

    /** What the last up left. */
    void remember(long... pids) throws IOException {
        Files.createDirectories(root.resolve(".authctl"));
        Files.writeString(root.resolve(".authctl/state.json"), "{\"members\": " + processes(pids) + "}");
    }

    Path builds() {
        return root.resolve("builds");
    }

    Path overlaps() {
        return root.resolve("overlaps");
    }

    Path lock() {
        return root.resolve(".authctl/build.lock");
    }

    /** @param name by which what it says is known afterwards */
    Process authctl(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./authctl"));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name + ".out").toFile());
        script.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        return script.start();
    }

    String said(String name) throws IOException {
        return Files.readString(root.resolve(name + ".out"));
    }

    /** The number of a process that was, and is no more. */
    static long gone() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        return gone.pid();
    }

    private static String processes(long... pids) {
        List<String> all = new ArrayList<>();
        for (long pid : pids) {
            all.add("{\"pid\" : " + pid + ", \"startedAt\" : \"2026-01-01T00:00:00Z\"}");
        }
        return all.toString();
    }

    private void plantJdk() throws IOException {
        Files.createDirectories(root.resolve("jdk/bin"));
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable("jdk/bin/java", JAVA);
        executable("jdk/bin/javac", JAVA);
    }

    private void executable(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rwx------"));
    }
}
