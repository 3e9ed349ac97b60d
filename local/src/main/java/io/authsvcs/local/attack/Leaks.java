package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.report.Figure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for secrets where none may be. */
public final class Leaks {
    private static final String REGISTRY_USER = "auth-svcs:";
    private static final int SHOWN = 10;

    private final Sieve sieve;
    private final int secrets;
    private final List<String> found = new ArrayList<>();
    private long bytes;

    private Leaks(Set<String> secrets) {
        this.secrets = secrets.size();
        this.sieve =
                new Sieve(secrets.stream().flatMap(Leaks::spellings).distinct().toList());
    }

    static Leaks of(Vault vault) {
        return new Leaks(vault.secrets());
    }

    /** In all that its processes have written. */
    public static Figure inWritings(Cluster cluster, Vault vault) {
        Leaks leaks = of(vault);
        cluster.writings().forEach(leaks::search);
        return leaks.figure("logs and files");
    }

    void search(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            bytes += Files.size(file);
            search(String.valueOf(file.getFileName()), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param name of what the text is, as its reader knows it */
    void search(String name, String text) {
        byte[] content = text.getBytes(UTF_8);
        bytes += content.length;
        try {
            search(name, new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Figure figure(String where) {
        return new Figure(
                "Of " + secrets + " secrets that were used " + found.size() + " are in " + bytes + " bytes of " + where
                        + (found.isEmpty()
                                ? ""
                                : ": "
                                        + String.join(
                                                "; ",
                                                found.stream().limit(SHOWN).toList())),
                "none",
                secrets > 0 && bytes > 0 && found.isEmpty());
    }

    /** The secret itself is not told. */
    private void search(String name, InputStream content) throws IOException {
        sieve.found(content).values().forEach(before -> found.add(name + ", after \"" + before + "\""));
    }

    /**
     * As it is, as bytes in a column, and as a password in a header. Of a JWT what all of ours begin with: those count too
     * that went by without being noted.
     */
    private static Stream<String> spellings(String secret) {
        if (isJwt(secret)) {
            return Stream.of(secret.substring(0, Vault.SHORTEST));
        }
        byte[] content = secret.getBytes(UTF_8);
        return Stream.of(secret, HexFormat.of().formatHex(content), base64(secret), base64(REGISTRY_USER + secret));
    }

    private static boolean isJwt(String secret) {
        return secret.startsWith("eyJ") && secret.split("\\.", -1).length == 3;
    }

    /** Without its last signs, which differ by what follows. */
    private static String base64(String text) {
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        return encoded.substring(0, encoded.length() - 2);
    }
}
