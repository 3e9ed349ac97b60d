package io.authsvcs.auth.admin;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.common.HeaderNames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class RepeatedImportTest {
    private static final String ADMINISTRATOR = TestPartners.administrator(TestPair.one());

    private final String existing = anEmail();
    private final String lines = Stream.of(anEmail(), anEmail(), existing)
                    .map(email -> "{\"email\":\"" + email + "\"}")
                    .reduce("", (before, line) -> before + line + "\n")
            + "{\"email\":\"nobody at all\"}";

    @Test
    void isAnsweredAsTheFirst() {
        TestPair.one().register(existing);

        String first = imported(TestPair.one(), "a");
        String again = imported(TestPair.other(), "a");

        assertThat(first).startsWith("{\"imported\":2,\"existing\":1,\"refused\":[{\"line\":4,");
        assertThat(again).isEqualTo(first);
        assertThat(imported(TestPair.other(), "b")).startsWith("{\"imported\":0,\"existing\":3,");
    }

    @Test
    void ofManyAtOnceIsAnsweredAsTheFirst() {
        TestPair.one().register(existing);
        String before = events();

        List<String> answers = Stream.of("one", "other", "one", "other", "one", "other")
                .map(name -> name.equals("one") ? TestPair.one() : TestPair.other())
                .map(api -> CompletableFuture.supplyAsync(() -> imported(api, "c")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).startsWith("{\"imported\":2,\"existing\":1,"));
        assertThat(Integer.parseInt(events()) - Integer.parseInt(before)).isEqualTo(2);
    }

    @Test
    void ofOtherLinesIsAnotherImport() {
        imported(TestPair.one(), "d", "{\"email\":\"" + anEmail() + "\"}");

        assertThat(imported(TestPair.other(), "d", "{\"email\":\"" + anEmail() + "\"}"))
                .startsWith("{\"imported\":1,\"existing\":0,");
    }

    private String imported(TestApi api, String key) {
        return imported(api, key, lines);
    }

    private static String imported(TestApi api, String key, String lines) {
        return json(api.raw()
                        .post()
                        .uri("/v1/admin/users/import")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + ADMINISTRATOR)
                        .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + key)
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .bodyValue(lines)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .toString();
    }

    private static String events() {
        return TestDatabase.ask(TestPair.DATABASE, "SELECT count(*) FROM audit_events WHERE action = 'import-user'");
    }
}
