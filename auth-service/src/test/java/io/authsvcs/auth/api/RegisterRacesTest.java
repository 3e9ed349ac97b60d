package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two at once, through two instances, who write one identifier in different ways. */
class RegisterRacesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "email, ann%d@example.com, ANN%d@EXAMPLE.COM",
        "email, ﬁnn%d@example.com, FINN%d@example.com",
        "email, ａｎｎ.full%d@example.com, ann.full%d@example.com",
        "email, stra\u00dfe%d@example.com, STRASSE%d@example.com",
        "email, ann%d@bücher.example, ann%d@xn--bcher-kva.example",
        "phoneNumber, (805) 491-%04d, +1 805 491 %04d",
        "phoneNumber, 011 44 20 7946 %04d, +44 (0)20 7946 %04d",
    })
    void areOneIdentity(String field, String one, String other) {
        assertThat(register(field, one, other)).containsExactlyInAnyOrder(201, 409);
    }

    @RepeatedTest(10)
    void areOneIdentityHoweverCloseTheyAre() {
        assertThat(register("email", "race%d@example.com", "Race%d@Example.com"))
                .containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void addressesThatDifferByAPlusSignAreTwo() {
        assertThat(register("email", "ann%d@example.com", "ann%d+news@example.com"))
                .containsExactly(201, 201);
    }

    private static List<Integer> register(String field, String one, String other) {
        int number = NEXT.incrementAndGet();
        return Stream.of(
                        started(() -> register(TestPair.one(), field, String.format(one, number))),
                        started(() -> register(TestPair.other(), field, String.format(other, number))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** Each on a thread of its own: the common pool of a small machine has one. */
    private static CompletableFuture<Integer> started(Supplier<Integer> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    private static int register(TestApi api, String field, String identifier) {
        return api.post("/v1/auth/register", Map.of(field, identifier, "password", PASSWORD))
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
