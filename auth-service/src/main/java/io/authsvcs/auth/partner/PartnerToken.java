package io.authsvcs.auth.partner;

import io.authsvcs.auth.token.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A partner's id, a dot, and 32 secret bytes in base64url. Never logged. */
public record PartnerToken(String text) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{20}\\.[\\w-]{43}");

    /** @param secret 32 bytes */
    static PartnerToken of(PartnerId partner, byte[] secret) {
        return new PartnerToken(
                partner + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<PartnerToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PartnerToken(text)) : Optional.empty();
    }

    public PartnerId partner() {
        return new PartnerId(text.substring(0, PartnerId.LENGTH));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "PartnerToken[…]";
    }
}
