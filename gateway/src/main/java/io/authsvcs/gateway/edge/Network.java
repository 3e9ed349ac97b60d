package io.authsvcs.gateway.edge;

import io.authsvcs.common.InvalidSetting;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** An address range in CIDR notation (RFC 4632), of IPv4 or IPv6. A bare address is a range of one. */
record Network(InetAddress first, int prefix) {
    static Network parse(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0])
                .flatMap(first -> prefix(parts, first.getAddress().length * 8).map(bits -> new Network(first, bits)))
                .orElseThrow(() -> new InvalidSetting(
                        "GATEWAY_TRUSTED_PROXIES has \"" + text + "\", which is not an address or a network.",
                        "Write a comma list such as 10.0.0.0/8,192.0.2.7,fd00::/8."));
    }

    /** The address that a literal names. No name is ever looked up. */
    static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException notALiteral) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && network(ours).equals(network(theirs));
    }

    private BigInteger network(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
    }

    private static Optional<Integer> prefix(String[] parts, int most) {
        return parts.length == 1
                ? Optional.of(most)
                : Optional.of(parts[1])
                        .filter(digits -> digits.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .filter(bits -> bits <= most);
    }
}
