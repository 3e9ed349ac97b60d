package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeftOutTest {
    static Stream<LeftOut> everybodyWhoMayBe() {
        return Stream.of(Nginx.leftOut(), KeycloakDistribution.leftOut());
    }

    @ParameterizedTest
    @MethodSource("everybodyWhoMayBe")
    void whoIsLeftOutIsNamedWithTheCure(LeftOut absent) {
        assertThat(Contestant.named(absent.peer())).isNotNull();
        assertThat(absent.why()).contains("could not").endsWith(".");
        assertThat(absent.cure()).containsAnyOf("apt-get", "./mvnw").endsWith(".");
    }
}
