package io.authsvcs.local.attack;

import java.net.InetAddress;
import java.util.random.RandomGenerator;

/**
 * Networks of this machine (each a /24 of 127.0.0.0/8), one after the other: from each of them passwords are tried as if
 * nobody had tried any before.
 */
final class Networks {
    private static final int FIRST = 1 << 8;
    private static final int COUNT = (1 << 16) - FIRST;

    private final int start;
    private int given;

    /** @param random says where it begins: who was here a minute ago has used up theirs */
    Networks(RandomGenerator random) {
        this.start = random.nextInt(COUNT);
    }

    /** One that nobody has been given yet; never the one of 127.0.0.1, which is exempt. */
    synchronized Network next() {
        int number = FIRST + (start + given++) % COUNT;
        return new Network(number >> 8, number & 0xff);
    }

    /** @param second the second byte of its addresses */
    record Network(int second, int third) {
        private static final int MOST = 254;

        /** One of its addresses: whichever number is asked for, there is one. */
        InetAddress address(int number) {
            return InetAddress.ofLiteral("127." + second + "." + third + "." + (1 + Math.floorMod(number, MOST)));
        }

        @Override
        public String toString() {
            return "127." + second + "." + third + ".0/24";
        }
    }
}
