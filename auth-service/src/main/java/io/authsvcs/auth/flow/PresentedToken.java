package io.authsvcs.auth.flow;

import java.util.Optional;

/**
 * What a caller shows to be let in. Never logged.
 *
 * @param text of any kind of token that a session has
 * @param partner the token of a partner through whom the call comes; absent where it comes from its user
 */
public record PresentedToken(String text, Optional<String> partner) {
    public static PresentedToken of(String text) {
        return new PresentedToken(text, Optional.empty());
    }

    @Override
    public String toString() {
        return "PresentedToken[…]";
    }
}
