package io.authsvcs.local.nemesis;

import java.util.Map;

/** What has happened to users, by those who keep account of it. */
@FunctionalInterface
public interface Trail {
    /** How often each action was done to a user, by its label; what was refused is not among it. */
    Map<String, Long> effects(String userId);
}
