package io.authsvcs.local.administration;

import java.util.regex.Pattern;

/**
 * Whom to look for.
 *
 * @param field {@code userID}, {@code email}, {@code phoneNumber} or {@code userName}
 */
public record UserQuery(String field, String value) {
    private static final Pattern USER_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9 ().-]{4,}");

    /** The kind of an identifier, by its form. */
    public static UserQuery of(String identifier) {
        return new UserQuery(field(identifier), identifier);
    }

    private static String field(String identifier) {
        if (USER_ID.matcher(identifier).matches()) {
            return "userID";
        }
        if (identifier.contains("@")) {
            return "email";
        }
        return PHONE_NUMBER.matcher(identifier).matches() ? "phoneNumber" : "userName";
    }
}
