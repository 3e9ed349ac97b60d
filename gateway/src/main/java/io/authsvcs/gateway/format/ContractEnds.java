package io.authsvcs.gateway.format;

import io.authsvcs.common.Contract;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Ends as a contract has its errors. All but those that name their request are rendered once, at the start. */
final class ContractEnds implements Ends {
    private static final JsonMapper JSON = new JsonMapper();

    private final Contract contract;
    private final Map<Outcome, byte[]> ready;

    ContractEnds(Contract contract) {
        this.contract = contract;
        this.ready = new EnumMap<>(Arrays.stream(Outcome.values())
                .filter(outcome -> !outcome.namesRequest())
                .collect(Collectors.toMap(Function.identity(), outcome -> write(outcome, outcome.sentence()))));
    }

    @Override
    public byte[] render(Outcome outcome, String requestId) {
        return Optional.ofNullable(ready.get(outcome)).orElseGet(() -> write(outcome, outcome.sentence(requestId)));
    }

    private byte[] write(Outcome outcome, String sentence) {
        return JSON.writeValueAsBytes(contract.error(outcome.status(), sentence, List.of()));
    }
}
