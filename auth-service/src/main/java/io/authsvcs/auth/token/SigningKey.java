package io.authsvcs.auth.token;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;

/** A key pair that all instances share. {@code kid} is its thumbprint (RFC 7638). */
record SigningKey(String kid, RSAPublicKey publicKey, PrivateKey privateKey) {
    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
