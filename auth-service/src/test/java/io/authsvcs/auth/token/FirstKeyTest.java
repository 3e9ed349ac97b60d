package io.authsvcs.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import org.junit.jupiter.api.Test;

class FirstKeyTest {
    @Test
    void whoeverComesLateWithAFirstKeyIsNotHeard() {
        String database = TestDatabase.create();
        try (TestInstance instance = TestInstance.start(database)) {
            SigningKeyCodec codec = instance.bean(SigningKeyCodec.class);

            instance.bean(SigningKeyRows.class)
                    .insertFirst(codec.store(codec.generate()))
                    .block();

            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM signing_keys"))
                    .isEqualTo("1");
        }
    }
}
