package io.authsvcs.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final String FINE =
            "{\"statusCode\":400,\"statusMessage\":\"m\",\"statusDescription\":\"d\",\"result\":{}}";

    @Test
    void whatIsFineIsCounted() throws IOException {
        Tally tally = run(answer(400, FINE), 300);

        assertThat(tally.isClean()).isTrue();
        assertThat(tally.requests()).isEqualTo(300);
        assertThat(tally.replies()).isEqualTo(Map.of("400", 300L));
    }

    @Test
    void anInterimAnswerIsNotTheLast() throws IOException {
        assertThat(run("HTTP/1.1 100 Continue\r\n\r\n" + answer(400, FINE), 5).replies())
                .isEqualTo(Map.of("400", 5L));
    }

    @Test
    void theFirstComplaintsAreKeptWithTheirRequests() throws IOException {
        Tally tally = run(answer(500, FINE.replace("400", "500")), 50);

        assertThat(tally.complaints()).isEqualTo(50);
        assertThat(tally.first()).hasSize(10).first().satisfies(first -> {
            assertThat(first.what()).isEqualTo("status 500");
            assertThat(first.request()).contains("Host: a");
        });
    }

    @Test
    void aSeedPicksTheSame() {
        assertThat(spoilt(7)).isEqualTo(spoilt(7)).isNotEqualTo(spoilt(8));
    }

    @Test
    void everyMutationLeavesARequest() {
        assertThat(IntStream.range(0, 3_000))
                .allSatisfy(seed -> assertThat(spoilt(seed)).isNotEmpty());
    }

    @Test
    void everyDocumentedPathIsAmongThem() throws IOException {
        Pattern call = Pattern.compile("(?m)^(GET|POST|PUT|PATCH|DELETE) (/[^ ?<\\s]*)\\S* HTTP/1\\.1$");
        TreeSet<String> known = new TreeSet<>(Documented.requests().stream()
                .map(request -> request.target().replaceFirst("\\?.*", "").replaceFirst("/$", ""))
                .toList());
        try (Stream<Path> documents = Files.list(Path.of("..", "docs", "contracts"))) {
            List<String> documented = documents
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> call.matcher(read(file)).results())
                    .map(FuzzTest::path)
                    .toList();

            assertThat(documented)
                    .isNotEmpty()
                    .allSatisfy(
                            path -> assertThat(known).anyMatch(one -> one.equals(path) || one.startsWith(path + "/")));
        }
    }

    private static String path(MatchResult call) {
        // An instance that nobody has is no other call.
        return call.group(2).replaceFirst("/$", "").replaceFirst("auth-\\d", "auth-1");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String spoilt(long seed) {
        List<Message> documented = Documented.requests();
        Message message = documented.get((int) (seed % documented.size()));
        return new String(
                new Mutations(new SplittableRandom(seed)).spoil(message).bytes(), ISO_8859_1);
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Against somebody who says the same to everybody. */
    private static Tally run(String answer, int requests) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> serve(server, answer));
            URI gateway = URI.create("http://127.0.0.1:" + server.getLocalPort());
            return new Fuzz(gateway, () -> new Names(Map.of("token", "t"))).run(requests, 7);
        }
    }

    private static void serve(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> reply(socket, answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void reply(Socket socket, String answer) {
        try (socket) {
            socket.getInputStream().read(new byte[1024 * 1024]);
            socket.getOutputStream().write(answer.getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            return;
        }
    }
}
