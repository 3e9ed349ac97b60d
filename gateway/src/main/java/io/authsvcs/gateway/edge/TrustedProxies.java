package io.authsvcs.gateway.edge;

import io.authsvcs.common.AddressRange;
import io.authsvcs.common.InvalidSetting;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proxies in front of the gateway whose word on a caller's address is believed. */
final class TrustedProxies {
    private static final Pattern WITH_PORT = Pattern.compile("^(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):[0-9]{1,5}$");

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = ranges;
    }

    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(TrustedProxies::range).toList());
    }

    /**
     * The nearest address that no trusted proxy has. Each proxy appends whom it has seen, so the list is read from its
     * end, and only for as long as who wrote the entry is trusted.
     *
     * @param forwarded the X-Forwarded-For headers, in the order in which they came
     */
    InetAddress clientBehind(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        for (String hop : lastFirst(forwarded)) {
            Optional<InetAddress> next = trusts(client) ? address(hop.strip()) : Optional.empty();
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> new InvalidSetting(
                        "GATEWAY_TRUSTED_PROXIES has \"" + text + "\", which is not an address or a network.",
                        "Write a comma list such as 10.0.0.0/8,192.0.2.7,fd00::/8."));
    }

    /** Some proxies write the port behind it, as in {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> address(String hop) {
        return AddressRange.address(WITH_PORT.matcher(hop).replaceFirst("$1$2"));
    }

    private boolean trusts(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> lastFirst(List<String> forwarded) {
        return Arrays.asList(String.join(",", forwarded).split(",", -1)).reversed();
    }
}
