package io.authsvcs.auth.credential;

import com.google.common.hash.BloomFilter;
import io.authsvcs.common.BreachListHeader;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Passwords that are known from breaches of other services, where this deployment has a list of them. */
@Component
class BreachList {
    private final Optional<BloomFilter<byte[]>> known;

    BreachList(PasswordSettings settings) {
        known = Optional.of(settings.breachList())
                .filter(name -> !name.isBlank())
                .map(name -> new BreachListFile(Path.of(name)).read());
    }

    /** Also of a few that aren't in it: as many of all as the list was made for. */
    boolean contains(Password password) {
        return known.filter(list -> list.mightContain(BreachListHeader.digest(password.text())))
                .isPresent();
    }
}
