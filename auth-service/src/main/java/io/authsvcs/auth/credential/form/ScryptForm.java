package io.authsvcs.auth.credential.form;

import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (RFC 7914).
 *
 * @param logN the binary logarithm of its N
 */
record ScryptForm(int logN, int blockSize, int parallelism, Octets salt, Octets hash) implements HashForm {
    // Beyond these nothing could be allocated, and the products below would overflow.
    private static final int LARGEST_LOG_N = 30;
    private static final int LARGEST_FACTOR = 1024;
    private static final int KIB_A_MILLISECOND = 300;

    static Optional<HashForm> parse(PhcString phc) {
        return Optional.of(phc)
                .filter(scrypt -> scrypt.id().equals("scrypt") && scrypt.hasOnly("ln", "r", "p"))
                .map(scrypt -> new ScryptForm(
                        scrypt.number("ln"), scrypt.number("r"), scrypt.number("p"), scrypt.salt(), scrypt.hash()))
                .filter(ScryptForm::isSound)
                .map(form -> form);
    }

    private boolean isSound() {
        return isFactor(blockSize)
                && isFactor(parallelism)
                && logN > 0
                && logN <= LARGEST_LOG_N
                // N < 2^(128 * r / 8), RFC 7914 §2
                && logN < 16 * blockSize;
    }

    private static boolean isFactor(int number) {
        return number > 0 && number <= LARGEST_FACTOR;
    }

    @Override
    public boolean matches(byte[] password, Scratch scratch) {
        return hash.are(SCrypt.generate(password, salt.toArray(), 1 << logN, blockSize, parallelism, hash.length()));
    }

    @Override
    public Cost cost() {
        long kib = ((long) blockSize << logN) / 8;
        return new Cost(kib, kib * parallelism / KIB_A_MILLISECOND);
    }
}
