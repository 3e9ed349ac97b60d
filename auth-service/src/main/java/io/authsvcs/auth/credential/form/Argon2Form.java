package io.authsvcs.auth.credential.form;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 of any kind: what we write, with whatever parameters, and what others did. */
record Argon2Form(Argon2 function, Octets salt, Octets hash) implements HashForm {
    private static final Map<String, Integer> KINDS = Map.of(
            "argon2d", Argon2Parameters.ARGON2_d,
            "argon2i", Argon2Parameters.ARGON2_i,
            "argon2id", Argon2Parameters.ARGON2_id);

    static Optional<HashForm> parse(PhcString phc) {
        return Optional.ofNullable(KINDS.get(phc.id()))
                .filter(kind -> phc.hasOnly("v", "m", "t", "p"))
                .map(kind -> new Argon2(
                        kind,
                        phc.number("v", Argon2Parameters.ARGON2_VERSION_10),
                        phc.number("m"),
                        phc.number("t"),
                        phc.number("p")))
                .filter(Argon2::isSound)
                .map(function -> new Argon2Form(function, phc.salt(), phc.hash()));
    }

    @Override
    public boolean matches(byte[] password, Scratch scratch) {
        return hash.are(function.derive(password, salt, hash.length(), scratch));
    }

    @Override
    public Cost cost() {
        return function.cost();
    }
}
