package io.authsvcs.auth.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * As whom an address counts: its /24, of IPv6 its /56. Who has one address of these may well have all of them.
 *
 * @param text its first bytes, in hexadecimal
 */
record Network(String text) {
    /** That of everybody whose address is not known: no way around any other. */
    static final Network UNKNOWN = new Network("unknown");

    private static final int IPV4_BYTES = 4;
    private static final int KEPT_OF_IPV4 = 3;
    private static final int KEPT_OF_IPV6 = 7;

    static Network of(Optional<InetAddress> address) {
        return address.map(Network::of).orElse(UNKNOWN);
    }

    private static Network of(InetAddress address) {
        byte[] bytes = address.getAddress();
        int kept = bytes.length == IPV4_BYTES ? KEPT_OF_IPV4 : KEPT_OF_IPV6;
        return new Network(HexFormat.of().formatHex(Arrays.copyOf(bytes, kept)));
    }
}
