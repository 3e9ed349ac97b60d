package io.authsvcs.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What nobody may know: made at random for each cluster, kept in a file of mode 0600, given to processes by environment.
 *
 * @param masterKey 32 bytes in base64
 * @param databasePassword of whoever owns the schema
 * @param gatewayKey by which gateways and instances know each other
 * @param instancesDatabasePassword of the role as which instances run their statements
 */
record Secrets(
        String masterKey,
        String adminPassword,
        String registryPassword,
        String databasePassword,
        String demoPassword,
        String gatewayKey,
        String instancesDatabasePassword) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    /** Those of the file; new ones, and the file, the first time. What an older authctl knew nothing of is added. */
    static Secrets kept(Path file) {
        ObjectNode secrets = JSON.valueToTree(random(new SecureRandom()));
        ObjectNode known = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        if (!known.propertyNames().containsAll(secrets.propertyNames())) {
            PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(secrets.setAll(known)));
            return kept(file);
        }
        return JSON.treeToValue(known, Secrets.class);
    }

    /** By name; each is long and random. */
    Map<String, String> byName() {
        return Map.of(
                "master key",
                masterKey,
                "administrator's password",
                adminPassword,
                "registry's password",
                registryPassword,
                "database's password",
                databasePassword,
                "demo user's password",
                demoPassword,
                "gateways' key",
                gatewayKey);
    }

    private static Secrets random(SecureRandom random) {
        return new Secrets(
                Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES)),
                password(random),
                password(random),
                password(random),
                password(random),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, KEY_BYTES)),
                password(random));
    }

    /** Of letters, digits, minus and underscore: it needs no quotes in a shell, a URL or JSON. */
    private static String password(SecureRandom random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, PASSWORD_BYTES));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
