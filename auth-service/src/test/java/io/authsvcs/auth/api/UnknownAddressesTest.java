package io.authsvcs.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.DatabaseProxy;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.FluxExchangeResult;

/** Whether an address is anybody's shows neither in an answer nor in the work behind it. */
class UnknownAddressesTest {
    private static final int EACH = 15;
    private static final String DATABASE = TestDatabase.create();
    private static final DatabaseProxy PROXY = DatabaseProxy.before(DATABASE);
    private static final TestInstance INSTANCE = TestInstance.start(PROXY.url());
    private static final TestApi API = new TestApi(INSTANCE);

    @BeforeAll
    static void register() {
        for (String kind : List.of("active", "disabled", "pending")) {
            IntStream.range(0, EACH).forEach(i -> API.register(kind + i + "@example.com"));
            TestDatabase.execute(
                    DATABASE, "UPDATE identities SET status = '" + kind + "' WHERE email LIKE '" + kind + "%'");
        }
        API.register("impatient0@example.com");
    }

    @AfterAll
    static void stop() throws IOException {
        INSTANCE.close();
        PROXY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/password/forgot", "/v1/auth/activate/resend"})
    void leadToTheSameAnswersAndTheSameStatements(String path) {
        Stream.of("active0", "unknown0", "disabled0", "pending0").forEach(warmUp -> ask(path, warmUp));

        Map<String, Seen> seen = Stream.of("active", "unknown", "disabled", "pending", "impatient")
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> usual(IntStream.range(0, EACH)
                                .mapToObj(i -> ask(path, kind + (kind.equals("impatient") ? 0 : i)))
                                .toList())));

        assertThat(seen.values().stream().distinct()).as(seen.toString()).hasSize(1);
        assertThat(seen.get("unknown")).extracting(Seen::status).isEqualTo(HttpStatus.ACCEPTED.value());
    }

    private static Seen ask(String path, String name) {
        long before = PROXY.passed();
        FluxExchangeResult<String> answer = API.postOnce(
                        path, "gateway:" + path + name + before, Map.of("email", name + "@example.com"))
                .returnResult(String.class);
        String body = String.valueOf(answer.getResponseBody().blockLast());
        return new Seen(
                answer.getStatus().value(), answer.getResponseHeaders().toString(), body, PROXY.passed() - before);
    }

    /** Now and then the instance asks the database something of its own. */
    private static Seen usual(List<Seen> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private record Seen(int status, String headers, String body, long messagesToTheDatabase) {}
}
