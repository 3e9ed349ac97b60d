package io.authsvcs.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.PrivateFile;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The load generator: one thread of C, which leaves the machine to those who serve.
 *
 * @param environment that the program needs
 * @param folder for what it is told; a script has tokens in it, so no command line has
 */
record Wrk(Path program, Map<String, String> environment, Path folder) {
    private static final List<String> PACKAGES = List.of("wrk", "libluajit-5.1-2");
    private static final Path IN_ITS_PACKAGE = Path.of("usr", "bin", "wrk");

    /** The machine's own, or Debian's package of it. */
    static Wrk find(DebianPackages packages, Path folder) {
        return Tool.find("wrk")
                .map(installed -> new Wrk(installed, Map.of(), folder))
                .or(() -> packages.find(IN_ITS_PACKAGE, PACKAGES).map(program -> unpacked(program, packages, folder)))
                .orElseThrow(Wrk::missing);
    }

    private static Wrk unpacked(Path program, DebianPackages packages, Path folder) {
        String libraries =
                packages.libraries(program).stream().map(Path::toString).collect(Collectors.joining(":"));
        return new Wrk(program, Map.of("LD_LIBRARY_PATH", libraries), folder);
    }

    Burst fire(Peer peer, Duration length) {
        Path script = folder.resolve(peer.name() + ".lua");
        PrivateFile.write(script, new LuaScript(peer.question()).text().getBytes(UTF_8));
        try {
            Tool.Result result = told(peer, length, script);
            return seen(result).orElseThrow(() -> silent(result));
        } finally {
            delete(script);
        }
    }

    private Tool.Result told(Peer peer, Duration length, Path script) {
        return Tool.run(
                List.of(
                        program.toString(),
                        "--threads=1",
                        "--connections=" + peer.connections(),
                        "--duration=" + length.toSeconds() + "s",
                        "--timeout=30s",
                        "--script=" + script,
                        peer.door().resolve(peer.question().target()).toString()),
                environment);
    }

    private static void delete(Path script) {
        try {
            Files.delete(script);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What it has printed of its figures. */
    static Optional<Burst> seen(Tool.Result result) {
        return result.output()
                .lines()
                .filter(line -> line.startsWith(LuaScript.MARK))
                .map(line -> Burst.parse(line.substring(LuaScript.MARK.length())))
                .findFirst();
    }

    private static Fault missing() {
        return Fault.failed(
                "wrk",
                "The load comes from wrk, which is not on this machine, and apt-get could not fetch it.",
                "Install it (apt-get install wrk, brew install wrk), or let apt-get reach a Debian mirror.");
    }

    private static Fault silent(Tool.Result result) {
        return Fault.failed(
                        "wrk",
                        "wrk ended with " + result.exitCode() + " and told nothing of what it had seen.",
                        "Try again; what it wrote stands above.")
                .withLog(result.output().lines().toList());
    }
}
