package io.authsvcs.auth.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Parameters of statements that may be NULL, whose type the driver has to be told then. */
public final class Nullable {
    private Nullable() {}

    public static Object text(Optional<String> value) {
        return value.<Object>map(present -> present).orElseGet(() -> Parameters.in(R2dbcType.VARCHAR));
    }

    public static Object uuid(Optional<UUID> value) {
        return value.<Object>map(present -> present).orElseGet(() -> Parameters.in(UUID.class));
    }

    /** Seconds, with their fractions. */
    public static Object seconds(Optional<Duration> value) {
        return value.<Object>map(length -> length.toMillis() / 1000.0).orElseGet(() -> Parameters.in(R2dbcType.DOUBLE));
    }
}
