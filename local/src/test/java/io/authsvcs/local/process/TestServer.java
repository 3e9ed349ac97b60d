package io.authsvcs.local.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tiny real process: says what it was given, and serves, unless it is told to fail. */
public final class TestServer {
    private TestServer() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("variable: " + System.getenv("TEST_VARIABLE"));
        System.out.println("foreign: " + System.getenv("MAVEN_OPTS_OF_THE_CALLER"));
        if (arguments.length == 0) {
            throw new IllegalStateException("no port was given");
        }
        serve(Integer.parseInt(arguments[0]));
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] body = "here".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("serving");
    }

    /** How to run it as a process of its own. */
    public static Launch launch(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TestServer.class.getName()));
        command.addAll(List.of(arguments));
        return new Launch(
                "test-server",
                command,
                Map.of("TEST_VARIABLE", "given"),
                folder,
                new LogFile(folder.resolve("test-server.log")));
    }
}
