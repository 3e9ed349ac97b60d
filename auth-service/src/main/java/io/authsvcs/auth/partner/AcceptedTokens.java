package io.authsvcs.auth.partner;

import java.security.MessageDigest;
import java.util.List;

/** The SHA-256 of every token that is a partner's at one moment: one, or two while an old one is running out. */
record AcceptedTokens(Partner partner, List<byte[]> hashes) {
    boolean include(PartnerToken token) {
        byte[] hash = token.hash();
        // Without telling by time how much of a guess was right.
        return hashes.stream().anyMatch(accepted -> MessageDigest.isEqual(accepted, hash));
    }
}
