package io.authsvcs.auth.session;

import java.util.Optional;

/**
 * What a reference token leads to.
 *
 * @param partner the id of the partner whose calls alone it is for
 */
public record Reference(SessionState session, Optional<String> partner) {}
