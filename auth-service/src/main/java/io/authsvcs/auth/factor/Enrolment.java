package io.authsvcs.auth.factor;

/**
 * A secret on its way into an authenticator. Never logged.
 *
 * @param uri the same, with what the authenticator shows beside its codes
 */
public record Enrolment(FactorSecret secret, String uri) {
    @Override
    public String toString() {
        return "Enrolment[…]";
    }
}
