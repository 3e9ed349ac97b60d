package io.authsvcs.local.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Where authctl hears.
 *
 * @param attended whether a person is there, who can be asked
 */
public record Input(InputStream stream, boolean attended) {
    /** Nothing, and nobody. */
    static Input none() {
        return new Input(InputStream.nullInputStream(), false);
    }

    /** The next line; empty when there is none. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset())).readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
