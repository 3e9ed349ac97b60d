package io.authsvcs.common.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** As much of DER (ITU-T X.690) as a certificate needs. */
final class Der {
    static final byte[] TRUE = {0x01, 0x01, (byte) 0xff};

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int SHORT_LENGTH = 0x80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] tagged(int tag, byte[]... parts) {
        byte[] content = joined(parts);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.length < SHORT_LENGTH) {
            whole.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int leading = length[0] == 0 ? 1 : 0;
            whole.write(SHORT_LENGTH | (length.length - leading));
            whole.write(length, leading, length.length - leading);
        }
        whole.writeBytes(content);
        return whole.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(SET, parts);
    }

    static byte[] number(BigInteger value) {
        return tagged(INTEGER, value.toByteArray());
    }

    static byte[] octets(byte[]... parts) {
        return tagged(OCTET_STRING, parts);
    }

    static byte[] bits(byte[] whole) {
        return tagged(BIT_STRING, new byte[1], whole);
    }

    static byte[] text(String text) {
        return tagged(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant moment) {
        return tagged(UTC_TIME, TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param hex its encoding, in hexadecimal digits */
    static byte[] identifier(String hex) {
        return tagged(OBJECT_IDENTIFIER, HexFormat.of().parseHex(hex));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
