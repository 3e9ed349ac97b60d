package io.authsvcs.common;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in CIDR notation (RFC 4632), of IPv4 or IPv6. A bare address is a range of one. */
public record AddressRange(InetAddress first, int prefix) {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Four decimal numbers without zeros in front, which some readers take for octal ones. */
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** What has a colon in it is no host's name, and Java looks none up for it. */
    private static final Pattern MAYBE_IPV6 = Pattern.compile("[\\p{XDigit}:]\\p{XDigit}*:[\\p{XDigit}:.]*");

    /** As some machines write an address of IPv6 that only carries one of IPv4 (RFC 4291, section 2.5.5.2). */
    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

    /** Empty where the text is neither an address nor a range of them. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        return address(parts[0])
                .flatMap(first -> prefix(parts, first.getAddress().length * Byte.SIZE)
                        .map(bits -> new AddressRange(first, bits)));
    }

    /**
     * The address that a literal names, an IPv4 one where IPv6 only carries it; empty where it is none. No name is ever
     * looked up. An IPv6 zone (RFC 4007) is left out: it means something on one machine alone.
     */
    public static Optional<InetAddress> address(String literal) {
        String zoneless = literal.split("%", 2)[0];
        boolean isWritten = zoneless.length() <= LONGEST
                && (MAYBE_IPV6.matcher(zoneless).matches()
                        || IPV4.matcher(literal).matches());
        return isWritten ? read(zoneless) : Optional.empty();
    }

    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && network(ours).equals(network(theirs));
    }

    private BigInteger network(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - prefix);
    }

    private static Optional<InetAddress> read(String literal) {
        try {
            return Optional.of(InetAddress.getAllByName(literal)[0]);
        } catch (UnknownHostException notALiteral) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> prefix(String[] parts, int most) {
        return parts.length == 1
                ? Optional.of(most)
                : Optional.of(parts[1])
                        .filter(digits -> PREFIX.matcher(digits).matches())
                        .map(Integer::valueOf)
                        .filter(bits -> bits <= most);
    }
}
