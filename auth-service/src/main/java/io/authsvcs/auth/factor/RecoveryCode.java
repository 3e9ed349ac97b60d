package io.authsvcs.auth.factor;

import com.google.common.base.Splitter;
import com.google.common.io.BaseEncoding;
import io.authsvcs.auth.token.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lets somebody in once who has lost their authenticator. Of its 120 random bits no hash gives anything away, however fast it
 * is made: that of a password has to be slow because people choose those (ASVS 6.5.2: 112 bits are enough). Never logged.
 *
 * @param letters of base32 (RFC 4648 §6)
 */
public record RecoveryCode(String letters) {
    private static final int MANY = 10;
    private static final int BYTES = 15;
    private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{24}");
    private static final int GROUP = 4;

    /** As many as somebody gets; they follow from a seed that nobody can guess. */
    static List<RecoveryCode> of(byte[] seed) {
        String name = BaseEncoding.base16().encode(seed);
        return IntStream.range(0, MANY)
                .mapToObj(number -> Arrays.copyOf(Sha256.of(name + " " + number), BYTES))
                .map(bytes -> new RecoveryCode(BaseEncoding.base32().encode(bytes)))
                .toList();
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** By which it is known. */
    byte[] hash() {
        return Sha256.of(letters);
    }

    /** As its owner writes it down: {@code ABCD-EFGH-IJKL-MNOP-QRST-UVWX}. */
    public String text() {
        return Splitter.fixedLength(GROUP).splitToStream(letters).collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
