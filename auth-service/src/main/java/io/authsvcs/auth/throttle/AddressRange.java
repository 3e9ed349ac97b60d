package io.authsvcs.auth.throttle;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** Addresses in CIDR notation (RFC 4632), of IPv4 or IPv6. A bare address is a range of one. */
record AddressRange(InetAddress first, int prefix) {
    static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0])
                .flatMap(first -> prefix(parts, first.getAddress().length * Byte.SIZE)
                        .map(bits -> new AddressRange(first, bits)));
    }

    /** The address that a literal names, an IPv4 one where IPv6 only carries it. No name is ever looked up. */
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
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - prefix);
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
