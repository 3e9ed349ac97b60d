package io.authsvcs.auth.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.Memory;
import org.junit.jupiter.api.Test;

class PartnerNameTest {
    @Test
    void isComparedInItsNormalForm() {
        assertThat(PartnerName.parse(" Caf\u00e9 ")).map(PartnerName::key).contains("caf\u00e9");
        assertThat(PartnerName.parse("CAFE\u0301")).map(PartnerName::key).contains("caf\u00e9");
    }

    @Test
    void whatIsTooLongIsNeverNormalised() {
        String marks = "a" + "\u0301".repeat(32_000);

        assertThat(PartnerName.parse(marks)).isEmpty();
        assertThat(Memory.allocatedBy(() -> PartnerName.parse(marks))).isLessThan(10_000);
    }
}
