package io.authsvcs.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.server.RouterFunction;

/** What goes wrong on a contract's path is told in that contract's words: its routes and its errors agree on the paths. */
class ContractPathsTest {
    private static final List<String> CONTRACTS = List.of("altegio", "edumaps", "slide", "authorization");
    // As routes print themselves: (POST && (/auth || /auth/)) -> …
    private static final Pattern PATH = Pattern.compile("(?<=[ (])/[^\\s()]+");
    private static final TestInstance INSTANCE = TestInstance.start(TestDatabase.create());

    @AfterAll
    static void stop() {
        INSTANCE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"altegio", "edumaps", "slide", "authorization"})
    void everyPathOfAContractIsItsOwn(String contract) {
        assertThat(paths(contract + "Calls"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(speakers(path)).as(path).containsExactly(contract));
    }

    @Test
    void theLoginsWhereTwoMeetAreOneOfEach() {
        assertThat(paths("sharedLogin")).containsExactly("/auth/login", "/auth/login/");
        assertThat(speakers("/auth/login")).containsExactly("edumaps");
        assertThat(speakers("/auth/login/")).containsExactly("slide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/auth/login", "/auth/other", "/auth/tokens/a/b", "/users", "/api/authorization/other"})
    void noContractSpeaksElsewhere(String path) {
        assertThat(speakers(path)).isEmpty();
    }

    private static List<String> paths(String router) {
        return Stream.of(INSTANCE.bean(router, RouterFunction.class).toString())
                .flatMap(printed -> PATH.matcher(printed).results())
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> speakers(String path) {
        return CONTRACTS.stream()
                .filter(contract ->
                        INSTANCE.bean(contract + "Faults", ContractFaults.class).isSpokenAt(path))
                .toList();
    }
}
