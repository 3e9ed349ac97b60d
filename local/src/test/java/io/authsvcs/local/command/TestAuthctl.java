package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.FakeActuator;
import io.authsvcs.local.administration.FakeGateway;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** authctl, in a cluster whose gateway is a fake one. */
final class TestAuthctl implements AutoCloseable {
    final FakeGateway gateway;
    private final Path folder;
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();
    private Writer out = new StringWriter();
    private Input in = new Input(InputStream.nullInputStream(), false);

    TestAuthctl(Path folder) throws IOException {
        this.folder = folder;
        this.gateway = FakeGateway.start();
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(folder.resolve("state.json"), """
                {"specification": {"authInstances": 1, "gatewayPort": %1$d, "database": null, "variables": {}},
                 "members": [
                  {"name": "gateway", "kind": "GATEWAY", "port": %1$d, "managementPort": 1,
                   "process": {"pid": %2$d, "startedAt": "%3$s"}}],
                 "demoEmail": null}""".formatted(
                        gateway.port(), self.pid(), self.info().startInstant().orElseGet(Instant::now)));
    }

    /** Somebody sits there and types this. */
    TestAuthctl typing(String text) {
        return reading(text, true);
    }

    /** This comes through a pipe. */
    TestAuthctl reading(String text) {
        return reading(text, false);
    }

    TestAuthctl writingTo(Writer other) {
        out = other;
        return this;
    }

    /** A shell with these variables. */
    TestAuthctl inAShellOf(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    int run(String... arguments) {
        Console console = Console.plain(new PrintWriter(out, true), new PrintWriter(err, true), in);
        return new Authctl(console, progress -> Cluster.in(folder), environment).run(arguments);
    }

    /** The database of the cluster has died. */
    TestAuthctl losingItsDatabase() throws IOException {
        Path state = folder.resolve("state.json");
        Files.writeString(state, Files.readString(state).replace("\"members\": [", """
                "members": [
                  {"name": "database", "kind": "DATABASE", "port": 1, "managementPort": 0,
                   "process": {"pid": 1, "startedAt": "1999-01-01T00:00:00Z"}},"""));
        return this;
    }

    /** An instance runs, and a second gateway; each gateway has its own view of it. The test itself stands for all of them. */
    TestAuthctl runningAnInstanceBehind(FakeActuator first, FakeActuator second) throws IOException {
        Path state = folder.resolve("state.json");
        String before = Files.readString(state);
        String process = before.substring(before.indexOf("{\"pid\""), before.indexOf("}}]") + 1);
        String others = """
                }},
                  {"name": "gateway-2", "kind": "GATEWAY", "port": 2, "managementPort": %d, "process": %s},
                  {"name": "auth-1", "kind": "AUTH", "port": 3, "managementPort": %d, "process": %s}],""".formatted(second.port(), process, first.port(), process);
        Files.writeString(
                state,
                before.replace("\"managementPort\": 1,", "\"managementPort\": " + first.port() + ",")
                        .replace("}}],", others));
        return this;
    }

    /** What somebody reads who presses Ctrl-C during a command. */
    String interrupted() {
        Console console = Console.plain(new PrintWriter(out, true), new PrintWriter(err, true), in);
        new Parting(() -> {}, console, Cluster.in(folder)).run();
        return err();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public void close() {
        gateway.close();
    }

    private TestAuthctl reading(String text, boolean attended) {
        in = new Input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), attended);
        return this;
    }
}
