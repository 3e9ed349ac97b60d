package io.authsvcs.auth.token;

import io.jsonwebtoken.security.Jwks;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes signing keys, and turns them into what is stored and back: the private half encrypted under the master key. */
@Component
class SigningKeyCodec {
    private static final String ALGORITHM = "RSA";

    private final MasterKey masterKey;
    private final int bits;

    SigningKeyCodec(MasterKey masterKey, TokenSettings settings) {
        this.masterKey = masterKey;
        this.bits = settings.keyBits();
    }

    SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
            return new SigningKey(thumbprint(publicKey), publicKey, pair.getPrivate());
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This JDK has no RSA", unavailable);
        }
    }

    StoredKey store(SigningKey key) {
        return new StoredKey(
                key.kid(),
                key.publicKey().getEncoded(),
                Optional.of(masterKey.encrypt(key.privateKey().getEncoded(), context(key.kid()))));
    }

    /** @throws WrongMasterKey where its private half was encrypted under another */
    PublishedKey restore(StoredKey stored, Instant signsFrom, Optional<Instant> verifiesUntil) {
        Optional<byte[]> privateHalf =
                stored.encryptedPrivateKey().map(half -> masterKey.decrypt(half, context(stored.kid())));
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(stored.publicKey()));
            Optional<PrivateKey> privateKey = privateHalf.isEmpty()
                    ? Optional.empty()
                    : Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(privateHalf.get())));
            return new PublishedKey(stored.kid(), (RSAPublicKey) publicKey, privateKey, signsFrom, verifiesUntil);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Signing key " + stored.kid() + " can't be read", broken);
        }
    }

    private static String context(String kid) {
        return "signing key " + kid;
    }

    private static String thumbprint(RSAPublicKey key) {
        return Jwks.builder().key(key).idFromThumbprint().build().getId();
    }
}
