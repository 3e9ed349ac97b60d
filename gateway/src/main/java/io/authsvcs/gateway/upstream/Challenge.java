package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatewayKey;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a probe asks of whoever listens where an instance is registered: to know the cluster's key, and to be that instance
 * at that address.
 *
 * @param nonce not to be foreseen, so that no answer of before will do
 */
record Challenge(Registration asked, String nonce) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static Challenge to(Registration asked) {
        byte[] nonce = new byte[BYTES];
        RANDOM.nextBytes(nonce);
        return new Challenge(asked, Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
    }

    boolean isMetBy(String proof, GatewayKey key) {
        return key.isProof(proof, nonce, asked.id(), asked.host() + ":" + asked.port());
    }
}
