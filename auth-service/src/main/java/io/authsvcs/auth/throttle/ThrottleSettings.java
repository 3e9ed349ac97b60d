package io.authsvcs.auth.throttle;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.common.AddressRange;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often passwords may be tried.
 *
 * @param exempt addresses and networks from which they may be tried without end
 * @param longestWait of whoever comes while an account or a password is being guessed from everywhere
 */
@ConfigurationProperties("auth.throttle")
record ThrottleSettings(
        @DefaultValue List<String> exempt,
        Allowance network,
        Allowance accountsOfNetwork,
        Allowance accountAndNetwork,
        Allowance account,
        Allowance password,
        Allowance device,
        Allowance code,
        Duration longestWait) {
    private static final Duration LONGEST = Duration.ofHours(1);

    ThrottleSettings {
        exempt = exempt.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        exempt.forEach(text -> require(
                AddressRange.parse(text).isPresent(),
                "AUTH_THROTTLE_EXEMPT has \"" + text + "\", which is not an address or a network.",
                "Write a comma list such as 10.0.0.0/8,192.0.2.7,fd00::/8."));
        check("network", network);
        check("accounts-of-network", accountsOfNetwork);
        check("account-and-network", accountAndNetwork);
        check("account", account);
        check("password", password);
        check("device", device);
        check("code", code);
        require(
                longestWait.isPositive() && longestWait.compareTo(LONGEST) <= 0,
                "Nobody can be told to come again after " + longestWait + ".",
                "Set auth.throttle.longest-wait to 15s or so, at most 1h.");
    }

    private static void check(String name, Allowance allowance) {
        require(
                allowance.burst() > 0
                        && allowance.every().isPositive()
                        && allowance.every().compareTo(LONGEST) <= 0,
                "Nothing can be tried " + allowance.burst() + " times and then each " + allowance.every() + ".",
                "Set auth.throttle." + name + ".burst to 1 or more, and auth.throttle." + name
                        + ".every to a length of at most 1h.");
    }

    Allowance of(Scope scope) {
        return switch (scope) {
            case NETWORK -> network;
            case ACCOUNTS_OF_NETWORK -> accountsOfNetwork;
            case ACCOUNT_AND_NETWORK -> accountAndNetwork;
            case ACCOUNT -> account;
            case PASSWORD -> password;
            case DEVICE -> device;
            case CODE -> code;
        };
    }

    List<AddressRange> exemptRanges() {
        return exempt.stream()
                .flatMap(text -> AddressRange.parse(text).stream())
                .toList();
    }
}
