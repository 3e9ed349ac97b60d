package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import io.authsvcs.common.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "false, false, false, STARTING, STARTING",
        "true,  false, false, UP,       UP",
        "true,  true,  false, DRAINING, DOWN",
        "false, true,  false, STARTING, DOWN",
        "true,  false, true,  LEAVING,  DOWN",
        "true,  true,  true,  LEAVING,  DOWN",
        "false, false, true,  LEAVING,  DOWN",
    })
    void aStateAndTheRegistrysStatusFollow(
            boolean ready, boolean drained, boolean leaving, Word state, InstanceStatus status) {
        Standing standing = new Standing(ready, drained, leaving);

        assertThat(standing.state(false)).isEqualTo(state);
        assertThat(standing.status()).isEqualTo(status);
    }

    @Test
    void onlyOfOneThatIsUpItMattersThatTheDatabaseIsAway() {
        Standing up = Standing.FIRST.asReady();

        assertThat(up.state(true)).isEqualTo(Word.IMPAIRED);
        assertThat(Standing.FIRST.state(true)).isEqualTo(Word.STARTING);
        assertThat(up.asDrained(true).state(true)).isEqualTo(Word.DRAINING);
        assertThat(up.asLeaving().state(true)).isEqualTo(Word.LEAVING);
    }

    @Test
    void whoeverLeavesIsNotHeldBackByAnOperator() {
        Standing leaving = Standing.FIRST.asReady().asDrained(true).asLeaving();

        assertThat(leaving.asDrained(false).state(false)).isEqualTo(Word.LEAVING);
        assertThat(leaving.asDrained(false).status()).isEqualTo(InstanceStatus.DOWN);
    }
}
