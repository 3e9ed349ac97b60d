package io.authsvcs.auth.identity;

import java.util.Arrays;
import java.util.Optional;

/** Which identifier somebody else has already. */
public enum TakenIdentifier {
    EMAIL("identities_email_unique"),
    PHONE_NUMBER("identities_phone_number_unique"),
    USER_NAME("identities_user_name_unique");

    private final String constraint;

    TakenIdentifier(String constraint) {
        this.constraint = constraint;
    }

    static Optional<TakenIdentifier> ofConstraint(String name) {
        return Arrays.stream(values())
                .filter(taken -> taken.constraint.equals(name))
                .findFirst();
    }
}
