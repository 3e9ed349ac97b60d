package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.http.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Comparison comparison = new Comparison("login");

    @Test
    void answersThatDifferByMomentAndNameAloneAreAlike() {
        add(Whom.UNKNOWN, 401, List.of("Date: now", "X-Request-Id: a", "Content-Length: 2"), "{}");
        add(Whom.ACTIVE, 401, List.of("Date: then", "X-Request-Id: b", "Content-Length: 2"), "{}");

        assertThat(comparison.alike().isKept()).isTrue();
    }

    @Test
    void anotherStatusIsTold() {
        add(Whom.UNKNOWN, 401, List.of(), "{}");
        add(Whom.DISABLED, 403, List.of(), "{}");

        assertThat(comparison.alike().isKept()).isFalse();
        assertThat(comparison.alike().fact()).contains("403");
    }

    @Test
    void anotherBodyIsTold() {
        add(Whom.UNKNOWN, 401, List.of(), "{}");
        add(Whom.ACTIVE, 401, List.of(), "{ }");

        assertThat(comparison.alike().isKept()).isFalse();
    }

    @Test
    void aHeaderMoreIsTold() {
        add(Whom.UNKNOWN, 401, List.of(), "{}");
        add(Whom.ACTIVE, 401, List.of("Retry-After: 1"), "{}");

        assertThat(comparison.alike().isKept()).isFalse();
    }

    @Test
    void oneKindAloneShowsNothing() {
        add(Whom.UNKNOWN, 401, List.of(), "{}");

        assertThat(comparison.alike().isKept()).isFalse();
    }

    @Test
    void eachKindIsHeldAgainstTheUnknown() {
        add(Whom.UNKNOWN, 401, List.of(), "{}");
        add(Whom.ACTIVE, 401, List.of(), "{}");
        add(Whom.DELETED, 401, List.of(), "{}");

        assertThat(comparison.figures()).hasSize(3);
    }

    private void add(Whom whom, int status, List<String> headers, String body) {
        comparison.add(whom, Appearance.of(new Answer(status, headers, body)), Duration.ofMillis(1));
    }
}
