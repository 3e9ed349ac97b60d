package io.authsvcs.auth.identity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of what somebody may do. Only {@value #ADMINISTRATOR} means something here; callers know the others. */
public final class Roles {
    public static final String ADMINISTRATOR = "admin";
    public static final List<String> USUAL = List.of("user");
    /** As many as somebody may have. */
    public static final int MOST = 20;

    /** Of these, the gateway knows {@code operator}. */
    private static final Set<String> OF_POWER = Set.of(ADMINISTRATOR, "operator");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private Roles() {}

    /** Those that somebody else may use for their owner. */
    public static List<String> withoutPower(List<String> roles) {
        return roles.stream().filter(role -> !OF_POWER.contains(role)).toList();
    }

    public static boolean areNames(List<String> texts) {
        return texts.stream().allMatch(text -> NAME.matcher(text).matches());
    }
}
