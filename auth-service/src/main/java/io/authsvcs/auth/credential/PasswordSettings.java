package io.authsvcs.auth.credential;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.auth.identity.NormalForm;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What new passwords are measured by.
 *
 * @param breachList a file that {@code authctl breach-list build} has made; blank for none
 * @param words none of which may be in one: names that everybody who knows this deployment tries first
 */
@ConfigurationProperties("auth.passwords")
public record PasswordSettings(String breachList, List<String> words) {
    // Shorter ones are in many a word.
    private static final int SHORTEST = 4;

    public PasswordSettings {
        words = words.stream()
                .map(word -> NormalForm.of(word.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
        words.forEach(word -> require(
                word.length() >= SHORTEST,
                "AUTH_PASSWORDS_WORDS has \"" + word + "\", which is part of many a good password.",
                "Leave out words of fewer than " + SHORTEST + " characters."));
    }
}
