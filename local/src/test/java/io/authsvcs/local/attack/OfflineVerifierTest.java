package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.attack.OfflineVerifier.Verdict;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfflineVerifierTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Key> published = new ArrayList<>();
    private Instant now = NOW;
    private final OfflineVerifier verifier = new OfflineVerifier(this::answer, () -> now);

    private record Key(String kid, KeyPair pair) {}

    @BeforeEach
    void publishOne() throws GeneralSecurityException {
        published.add(key("one"));
    }

    @Test
    void aTokenOfAPublishedKeyIsGood() throws GeneralSecurityException {
        assertThat(verifier.verify(token(published.getFirst(), NOW.plusSeconds(60))))
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void aKeyThatSignsBeforeItsPublicationHasComeRoundIsFoundOut() throws GeneralSecurityException {
        var _ = verifier.verify("a.b.c");
        published.add(key("two"));
        String early = token(published.getLast(), NOW.plusSeconds(600));

        assertThat(verifier.verify(early)).isEqualTo(Verdict.UNKNOWN_KEY);

        now = NOW.plus(Duration.ofSeconds(30));
        assertThat(verifier.verify(early)).isEqualTo(Verdict.GOOD);
        assertThat(verifier.fetches()).isEqualTo(2);
    }

    @Test
    void anotherSignatureIsBad() throws GeneralSecurityException {
        Key other = new Key("one", key("one").pair());

        assertThat(verifier.verify(token(other, NOW.plusSeconds(60)))).isEqualTo(Verdict.BAD);
    }

    @Test
    void anOldTokenIsBad() throws GeneralSecurityException {
        assertThat(verifier.verify(token(published.getFirst(), NOW))).isEqualTo(Verdict.BAD);
    }

    @Test
    void whatIsNoTokenIsBad() {
        assertThat(verifier.verify("")).isEqualTo(Verdict.BAD);
        assertThat(verifier.verify("a.b.c.d")).isEqualTo(Verdict.BAD);
    }

    private Answer answer(Question question) {
        String keys = published.stream().map(OfflineVerifierTest::json).collect(Collectors.joining(","));
        return new Answer(200, List.of("Cache-Control: public, max-age=30"), "{\"keys\":[" + keys + "]}");
    }

    private static String json(Key key) {
        RSAPublicKey rsa = (RSAPublicKey) key.pair().getPublic();
        return "{\"kid\":\"" + key.kid() + "\",\"kty\":\"RSA\",\"n\":\"" + base64(bytes(rsa.getModulus()))
                + "\",\"e\":\"" + base64(bytes(rsa.getPublicExponent())) + "\"}";
    }

    private static Key key(String kid) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new Key(kid, generator.generateKeyPair());
    }

    private static String token(Key key, Instant end) throws GeneralSecurityException {
        String signed = base64(("{\"kid\":\"" + key.kid() + "\",\"alg\":\"RS256\"}").getBytes(UTF_8)) + "."
                + base64(("{\"exp\":" + end.getEpochSecond() + "}").getBytes(UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.pair().getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + base64(signature.sign());
    }

    /** Without the byte of the sign. */
    private static byte[] bytes(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
