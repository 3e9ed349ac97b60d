package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.settings.InvalidSetting;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** An address range in CIDR notation (RFC 4632), of IPv4 or IPv6. A bare address is a range of one. */
record Network(InetAddress first, int prefix) {
    static Network parse(String text) {
        int slash = text.indexOf('/');
        return address(slash < 0 ? text : text.substring(0, slash))
                .flatMap(first -> prefix(first, slash < 0 ? "" : text.substring(slash + 1))
                        .map(prefix -> new Network(first, prefix)))
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

    private static Optional<Integer> prefix(InetAddress address, String digits) {
        int bits = address.getAddress().length * 8;
        if (digits.isEmpty()) {
            return Optional.of(bits);
        }
        return Optional.of(digits)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(prefix -> prefix <= bits);
    }
}
