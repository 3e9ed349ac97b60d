package io.authsvcs.acceptance;

import static org.awaitility.Awaitility.await;

import io.authsvcs.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A real nginx in front of a page, which asks the gateway about everybody who wants to see it. */
final class Nginx implements AutoCloseable {
    private static final Path TEMPLATE = Path.of("src", "test", "nginx", "nginx.conf");
    private static final Path FOLDER = Path.of("target", "nginx").toAbsolutePath();

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx asking(URI gateway) throws IOException {
        int port = Ports.choose(0, Set.of());
        int pagePort = Ports.choose(0, Set.of(port));
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve("nginx.conf"),
                Files.readString(TEMPLATE)
                        .replace("@PORT@", String.valueOf(port))
                        .replace("@PAGE_PORT@", String.valueOf(pagePort))
                        .replace("@GATEWAY@", gateway.toString()));
        Nginx nginx = new Nginx(start(), port);
        nginx.awaitListening();
        return nginx;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        await("the end of nginx").until(() -> !process.isAlive());
    }

    private static Process start() throws IOException {
        String program = NginxProgram.find().toString();
        return new ProcessBuilder(program, "-p", FOLDER + "/", "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("output.log").toFile())
                .start();
    }

    private void awaitListening() {
        await("nginx, which says in " + FOLDER + " why it does not start")
                .failFast(() -> !process.isAlive())
                .until(() -> !Ports.isFree(port));
    }
}
