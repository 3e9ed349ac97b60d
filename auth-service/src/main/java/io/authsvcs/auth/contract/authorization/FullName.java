package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.identity.Identity;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seed 004 knows one name, where we keep two. */
record FullName(Optional<String> first, Optional<String> last) {
    static final FullName NONE = new FullName(Optional.empty(), Optional.empty());

    /** The first name is all before the last blank; without one it is all there is. */
    static FullName parse(String text) {
        String name = text.strip();
        int blank = name.lastIndexOf(' ');
        return blank < 0
                ? new FullName(Optional.of(name), Optional.empty())
                : new FullName(Optional.of(name.substring(0, blank).strip()), Optional.of(name.substring(blank + 1)));
    }

    static FullName of(Identity identity) {
        return new FullName(identity.names().firstName(), identity.names().lastName());
    }

    /** Both, joined by a blank; empty where neither is known. */
    String text() {
        return Stream.concat(first.stream(), last.stream()).collect(Collectors.joining(" "));
    }
}
