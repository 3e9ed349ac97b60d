package io.authsvcs.gateway.limits;

import io.authsvcs.common.Contract;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Who is counted as one: an address of IPv4, or a /64 of IPv6, which is what one customer of a provider has (RFC 6177).
 *
 * @param network in hex, so many digits as count
 */
record Client(Contract contract, String network) {
    private static final int OCTETS_OF_A_64 = 8;

    static Client of(Contract contract, InetAddress address) {
        byte[] octets = address.getAddress();
        return new Client(contract, HexFormat.of().formatHex(octets, 0, Math.min(octets.length, OCTETS_OF_A_64)));
    }
}
