package io.authsvcs.local.bench;

import io.authsvcs.local.PrivateFile;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.LogFile;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Tool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * nginx in front of a file, which asks our gateway about everybody who wants it (auth_request).
 *
 * @param gateway who is asked
 */
record Nginx(Start start, URI door, Peer gateway) implements Stand {
    private static final String NAME = "nginx";
    private static final Path INSTALLED = Path.of("/usr/sbin/nginx");
    private static final Path IN_ITS_PACKAGE = Path.of("usr", "sbin", NAME);

    /** The machine's own, which may not be on the path of everybody, or Debian's package of it. */
    static Optional<Path> find(DebianPackages packages) {
        return Tool.find(NAME)
                .or(() -> Optional.of(INSTALLED).filter(file -> file.toFile().canExecute()))
                .or(() -> packages.find(IN_ITS_PACKAGE, List.of(NAME)));
    }

    static LeftOut leftOut() {
        return new LeftOut(
                NAME,
                "It is not on this machine, and apt-get could not fetch it.",
                "Install it (apt-get install nginx), or let apt-get reach a Debian mirror.");
    }

    /** @param page the file, beside which nginx writes what it has to write */
    static Nginx start(Path program, Path page, Peer gateway, Consumer<Runnable> atEnd) {
        int port = Ports.choose(0, Set.of());
        Path folder = Folders.createParent(page);
        Path configuration = folder.resolve("nginx.conf");
        PrivateFile.write(
                configuration, configuration(port, page, gateway.door()).getBytes(StandardCharsets.UTF_8));
        Started nginx = Started.by(
                new Launch(
                        NAME,
                        List.of(
                                program.toString(),
                                "-p",
                                folder + "/",
                                "-c",
                                configuration.toString(),
                                "-e",
                                folder.resolve("nginx-error.log").toString()),
                        Map.of(),
                        folder,
                        new LogFile(folder.resolve("nginx.log"))),
                atEnd);
        return new Nginx(nginx.await(() -> !Ports.isFree(port)), URI.create("http://127.0.0.1:" + port), gateway);
    }

    /** Connections to the gateway are kept, as nginx's documentation advises. One process, which stays who it was. */
    static String configuration(int port, Path page, URI gateway) {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                events {
                }
                http {
                    access_log off;
                    client_body_temp_path client_body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    upstream gateway {
                        server %s;
                        keepalive 32;
                    }
                    server {
                        listen 127.0.0.1:%d;
                        root "%s";
                        location / {
                            auth_request /verify;
                            try_files /%s =404;
                        }
                        location = /verify {
                            internal;
                            proxy_pass http://gateway/v1/auth/verify;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_pass_request_body off;
                            proxy_set_header Content-Length "";
                        }
                    }
                }
                """.formatted(gateway.getAuthority(), port, page.getParent(), page.getFileName());
    }

    @Override
    public List<Peer> peers() {
        Map<String, ProcessId> processes = new LinkedHashMap<>();
        processes.put(NAME, start.process());
        processes.putAll(gateway.processes());
        Question page = new Question("GET", "/", gateway.question().headers(), "");
        return List.of(new Peer(
                Contestant.NGINX,
                NAME,
                "nginx's auth_request, which asks our gateway, in front of a file",
                door,
                page,
                Peer.USUAL_CONNECTIONS,
                processes));
    }

    @Override
    public List<Start> starts() {
        return List.of(start);
    }

    @Override
    public List<String> settings() {
        return List.of(
                "nginx: one worker, which keeps its connections to the gateway (`keepalive 32`), no access log.");
    }
}
