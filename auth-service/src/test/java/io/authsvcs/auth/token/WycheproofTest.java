package io.authsvcs.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Our verdicts and those of Project Wycheproof are the same, or it is told here by which rule of ours they differ. */
class WycheproofTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** Good signatures by keys that were made for something else, or badly. Ours we make ourselves. */
    private static final Set<String> BY_KEYS_THAT_ARE_NEVER_OURS = Set.of(
            "332 UsingRS256",
            "353 rejectWrongUse",
            "355 rejectWrongKeyOps",
            "6 rejectsWrongUse",
            "7 rejectsKeyWithRocaVulnerability");

    @ParameterizedTest
    @CsvSource({"json_web_signature_test.json, 401, 8", "json_web_key_test.json, 26, 1"})
    void aSignatureIsFoundRightWhereItIsAndByOurRulesMayBe(String file, int published, int right) {
        List<WycheproofVector> vectors = WycheproofVector.read(file);

        assertThat(vectors).hasSize(published);
        assertThat(vectors)
                .filteredOn(vector -> vector.valid() && isOfOurAlgorithm(vector))
                .hasSize(right);
        assertThat(vectors)
                .filteredOn(vector -> !BY_KEYS_THAT_ARE_NEVER_OURS.contains(vector.name()))
                .allSatisfy(vector -> assertThat(isFoundRight(vector))
                        .isEqualTo(vector.valid() && isOfOurAlgorithm(vector) && saysSomething(vector)));
    }

    @ParameterizedTest
    @CsvSource({"json_web_signature_test.json", "json_web_key_test.json"})
    void nothingOfItIsATokenOfOurs(String file) {
        assertThat(WycheproofVector.read(file))
                .allSatisfy(
                        vector -> assertThat(TestTokens.verifier(ring(vector)).verify(vector.token()))
                                .isInstanceOfAny(InvalidSignature.class, Malformed.class));
    }

    @Test
    void whatPkcs1AllowsOfASignatureAndNothingElse() {
        List<JsonNode> groups =
                WycheproofVector.groups("rsa_signature_3072_sha256_test.json").toList();

        assertThat(groups.stream().mapToInt(group -> group.get("tests").size()).sum())
                .isEqualTo(259);
        for (JsonNode group : groups) {
            PublicKey key = key(group.get("publicKeyDer").stringValue());
            assertThat(group.get("tests").valueStream())
                    // "acceptable": RFC 8017 and its errata don't agree.
                    .filteredOn(test -> !test.get("result").stringValue().equals("acceptable"))
                    .allSatisfy(test -> assertThat(
                                    isRight(new Signed(octets(test.get("msg")), octets(test.get("sig")), key)))
                            .isEqualTo(test.get("result").stringValue().equals("valid")));
        }
    }

    // The beginning of {"alg":"RS256"; no other algorithm's name begins so.
    private static boolean isOfOurAlgorithm(WycheproofVector vector) {
        return vector.token().startsWith("eyJhbGciOiJSUzI1");
    }

    /** A token without claims is none. */
    private static boolean saysSomething(WycheproofVector vector) {
        return !vector.token().contains("..");
    }

    private static boolean isFoundRight(WycheproofVector vector) {
        JwtParser parser = JwtVerifier.parser(
                header -> header instanceof JwsHeader jws ? vector.keys().get(jws.getKeyId()) : null,
                () -> Date.from(NOW));
        try {
            return JwtVerifier.isSpelt(vector.token())
                    && parser.parseSignedContent(vector.token()).getDigest().length > 0;
        } catch (JwtException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean isRight(Signed signed) {
        try {
            return Jwts.SIG.RS256.verify(signed);
        } catch (JwtException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static KeyRing ring(WycheproofVector vector) {
        KeyRing ring = new KeyRing(() -> 0);
        List<PublishedKey> keys = vector.keys().entrySet().stream()
                .map(key -> new PublishedKey(
                        key.getKey(), key.getValue(), Optional.empty(), Instant.EPOCH, Optional.empty()))
                .toList();
        ring.replace(new KeyReading(0, 0, NOW, keys));
        return ring;
    }

    private static PublicKey key(String der) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(der)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] octets(JsonNode hex) {
        return HexFormat.of().parseHex(hex.stringValue());
    }

    /** As the JWT library hands a signature on. */
    private static final class Signed implements VerifySecureDigestRequest<PublicKey> {
        private final byte[] message;
        private final byte[] signature;
        private final PublicKey key;

        Signed(byte[] message, byte[] signature, PublicKey key) {
            this.message = message;
            this.signature = signature;
            this.key = key;
        }

        @Override
        public InputStream getPayload() {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] getDigest() {
            return signature;
        }

        @Override
        public PublicKey getKey() {
            return key;
        }

        @Override
        public @Nullable Provider getProvider() {
            return null;
        }

        @Override
        public @Nullable SecureRandom getSecureRandom() {
            return null;
        }
    }
}
