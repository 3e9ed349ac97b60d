package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget(20, 3);

    @Test
    void theReserveIsThereAtOnceAndNoMore() {
        assertThat(withdrawals(5)).isEqualTo(3);
    }

    @Test
    void fiveRequestsAllowOneMoreRetry() {
        withdrawals(3);
        deposits(4);
        assertThat(withdrawals(1)).isZero();

        deposits(1);
        assertThat(withdrawals(2)).isEqualTo(1);
    }

    @Test
    void nothingIsSavedBeyondTheReserve() {
        deposits(1000);

        assertThat(withdrawals(10)).isEqualTo(3);
    }

    private void deposits(int times) {
        IntStream.range(0, times).forEach(i -> budget.deposit());
    }

    private long withdrawals(int times) {
        return IntStream.range(0, times).filter(i -> budget.tryWithdraw()).count();
    }
}
