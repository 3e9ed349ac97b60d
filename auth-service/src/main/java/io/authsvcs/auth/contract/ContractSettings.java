package io.authsvcs.auth.contract;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.common.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which documented APIs are served beside the canonical one.
 *
 * @param enabled labels of contracts; none: no other API
 */
@ConfigurationProperties("auth.contracts")
public record ContractSettings(@DefaultValue List<String> enabled) {
    public ContractSettings {
        enabled = enabled.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        enabled.forEach(label -> require(
                Contract.find(label).isPresent(),
                "AUTH_CONTRACTS names '" + label + "', which is none of the contracts.",
                "Name any of " + known() + ", separated by commas, or nothing for none."));
    }

    public boolean serve(Contract contract) {
        return enabled.contains(contract.label());
    }

    private static String known() {
        return Arrays.stream(Contract.values()).map(Contract::label).collect(Collectors.joining(", "));
    }
}
