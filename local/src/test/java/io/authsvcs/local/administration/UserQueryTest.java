package io.authsvcs.local.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserQueryTest {
    @ParameterizedTest
    @CsvSource({
        "0197a5e2-7c1d-7f00-8000-0123456789ab, userID",
        "Ann@Example.com, email",
        "+1 (805) 490-0836, phoneNumber",
        "8054900836, phoneNumber",
        "ann, userName",
        "007, userName",
        "0197a5e2-ann, userName"
    })
    void theFormOfAnIdentifierTellsItsKind(String identifier, String field) {
        assertThat(UserQuery.of(identifier).field()).isEqualTo(field);
    }
}
