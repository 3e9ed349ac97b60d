package io.authsvcs.auth.identity;

import java.util.Optional;

/**
 * What is to become of one value.
 *
 * @param given false where it stays as it is
 * @param value absent where it is to be taken away
 */
public record Edit<T>(boolean given, Optional<T> value) {
    public static <T> Edit<T> none() {
        return new Edit<>(false, Optional.empty());
    }

    public static <T> Edit<T> to(Optional<T> value) {
        return new Edit<>(true, value);
    }
}
