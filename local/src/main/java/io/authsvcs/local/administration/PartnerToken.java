package io.authsvcs.local.administration;

/**
 * A partner's new token, which nobody can be told again.
 *
 * @param id the partner's
 */
public record PartnerToken(String id, String token) {
    @Override
    public String toString() {
        return "PartnerToken of " + id;
    }
}
