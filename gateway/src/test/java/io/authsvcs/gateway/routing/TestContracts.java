package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.routing.ContractSettings.Limit;
import java.util.List;

/** Settings of contracts. */
public final class TestContracts {
    private static final Limit NONE = new Limit(0, 0);

    private TestContracts() {}

    public static Routes routes(String... enabled) {
        return new Routes(settings(NONE, enabled));
    }

    /** @param altegio the only limit */
    public static ContractSettings settings(Limit altegio, String... enabled) {
        return new ContractSettings(List.of(enabled), altegio, NONE, NONE, NONE);
    }
}
