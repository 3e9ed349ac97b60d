package io.authsvcs.auth.identity;

import java.util.Arrays;
import java.util.Optional;

/** Which identifier somebody else has already. */
public enum TakenIdentifier {
    EMAIL("identities_email_unique", "Email already exists"),
    PHONE_NUMBER("identities_phone_number_unique", "Phone number already exists"),
    USER_NAME("identities_user_name_unique", "User name already exists");

    private final String constraint;
    private final String sentence;

    TakenIdentifier(String constraint, String sentence) {
        this.constraint = constraint;
        this.sentence = sentence;
    }

    /** What a caller reads. */
    public String sentence() {
        return sentence;
    }

    static Optional<TakenIdentifier> ofConstraint(String name) {
        return Arrays.stream(values())
                .filter(taken -> taken.constraint.equals(name))
                .findFirst();
    }
}
