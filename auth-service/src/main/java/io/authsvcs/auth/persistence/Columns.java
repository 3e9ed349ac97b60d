package io.authsvcs.auth.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the columns of a row: {@code find…} where NULL is allowed, the others where it would be a defect. */
public record Columns(Readable row) {
    public UUID uuid(String name) {
        return get(name, UUID.class);
    }

    public Optional<UUID> findUuid(String name) {
        return find(name, UUID.class);
    }

    public String text(String name) {
        return get(name, String.class);
    }

    public Optional<String> findText(String name) {
        return find(name, String.class);
    }

    public List<String> texts(String name) {
        return List.of(get(name, String[].class));
    }

    public int number(String name) {
        return get(name, Integer.class);
    }

    public long longNumber(String name) {
        return get(name, Long.class);
    }

    public double fraction(String name) {
        return get(name, Double.class);
    }

    public Optional<Double> findFraction(String name) {
        return find(name, Double.class);
    }

    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    public byte[] bytes(String name) {
        return get(name, byte[].class);
    }

    public Optional<byte[]> findBytes(String name) {
        return find(name, byte[].class);
    }

    public Instant instant(String name) {
        return get(name, Instant.class);
    }

    public Optional<Instant> findInstant(String name) {
        return find(name, Instant.class);
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(row.get(name, type));
    }

    private <T> T get(String name, Class<T> type) {
        return find(name, type).orElseThrow(() -> new IllegalStateException("Column " + name + " is NULL"));
    }
}
