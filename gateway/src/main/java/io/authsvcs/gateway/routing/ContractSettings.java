package io.authsvcs.gateway.routing;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.common.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which contracts have routes, and how often each client address may take those. Every gateway counts for itself: behind
 * two of them, a caller may have twice as much.
 *
 * @param enabled labels of contracts; instances have to be told the same
 * @param altegio the limit of one client address on all routes of that contract, as for the others
 */
@ConfigurationProperties(value = "gateway.contracts", ignoreUnknownFields = false)
public record ContractSettings(
        @DefaultValue List<String> enabled,
        @DefaultValue Limit altegio,
        @DefaultValue Limit edumaps,
        @DefaultValue Limit slide,
        @DefaultValue Limit authorization) {
    /** Requests at most; 0 stands for no limit. */
    public record Limit(
            @DefaultValue("0") int perSecond,
            @DefaultValue("0") int perMinute) {}

    public ContractSettings {
        enabled = List.copyOf(enabled);
        enabled.forEach(ContractSettings::requireContract);
        requireSense("altegio", altegio);
        requireSense("edumaps", edumaps);
        requireSense("slide", slide);
        requireSense("authorization", authorization);
    }

    public Limit limit(Contract contract) {
        return switch (contract) {
            case ALTEGIO -> altegio;
            case EDUMAPS -> edumaps;
            case SLIDE -> slide;
            case AUTHORIZATION -> authorization;
        };
    }

    public boolean isOn(Contract contract) {
        return enabled.contains(contract.label());
    }

    private static void requireContract(String label) {
        require(
                Contract.find(label).isPresent(),
                "AUTH_CONTRACTS has \"" + label + "\", which is no contract.",
                "Write a comma list of " + labels() + ", or nothing for none of them.");
    }

    private static String labels() {
        return Arrays.stream(Contract.values()).map(Contract::label).collect(Collectors.joining(", "));
    }

    private static void requireSense(String label, Limit limit) {
        require(
                limit.perSecond() >= 0 && limit.perMinute() >= 0,
                "gateway.contracts." + label + ".per-second is " + limit.perSecond() + ", and per-minute "
                        + limit.perMinute() + ".",
                "Set both to 0, for no limit, or more.");
        require(
                limit.perMinute() == 0 || limit.perSecond() <= limit.perMinute(),
                "gateway.contracts." + label + ".per-second is " + limit.perSecond()
                        + ", which is more than per-minute, " + limit.perMinute() + ".",
                "Allow in a minute at least what is allowed in a second.");
    }
}
