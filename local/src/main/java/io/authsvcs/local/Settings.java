package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What somebody wants otherwise than a service has it by default.
 *
 * @param variables by name: AUTH_… for the instances, GATEWAY_… for the gateway, LOGGING_LEVEL_… for both and the
 *     registry; an empty value is one too
 */
public record Settings(Map<String, String> variables) {
    private static final String OF_INSTANCES = "AUTH_";
    private static final String OF_THE_GATEWAY = "GATEWAY_";
    private static final String OF_LOGS = "LOGGING_LEVEL_";
    private static final String CONTRACTS = "AUTH_CONTRACTS";
    private static final List<String> SECRET = List.of("PASSWORD", "KEY", "SECRET", "TOKEN", "DATABASE_URL");
    private static final Set<String> OF_TLS = Set.of(
            "AUTH_TLS_CERTIFICATE",
            "AUTH_TLS_PRIVATE_KEY",
            "GATEWAY_TLS_CERTIFICATE",
            "GATEWAY_TLS_PRIVATE_KEY",
            "GATEWAY_UPSTREAM_CA");
    private static final Set<String> AUTHCTLS_OWN = Set.of(
            "AUTH_ADDRESS",
            "AUTH_HOST",
            "AUTH_PORT",
            "AUTH_MANAGEMENT_PORT",
            "AUTH_INSTANCE_ID",
            "AUTH_ISSUER",
            "AUTH_MASTER_KEY",
            "AUTH_MASTER_KEY_FILE",
            "AUTH_GATEWAY_KEY",
            "AUTH_MAIL_FOLDER",
            "AUTH_COOKIE_SECURE",
            "AUTH_THROTTLE_EXEMPT",
            "AUTH_ADMIN_EMAIL",
            "AUTH_ADMIN_PASSWORD",
            "GATEWAY_ADDRESS",
            "GATEWAY_PORT",
            "GATEWAY_MANAGEMENT_PORT",
            "GATEWAY_UPSTREAM_MEMORY");

    public Settings {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    public static Settings none() {
        return new Settings(Map.of());
    }

    /** Those among all variables of a shell; one that a cluster can't have is a {@link Fault}. */
    public static Settings among(Map<String, String> environment) {
        Settings found = new Settings(only(environment, Settings::isSetting));
        List<String> own =
                found.variables.keySet().stream().filter(AUTHCTLS_OWN::contains).toList();
        if (!own.isEmpty()) {
            throw refused(own);
        }
        found.variables.keySet().stream().filter(OF_TLS::contains).findFirst().ifPresent(name -> {
            throw secured(name);
        });
        return found;
    }

    /** These, and others in place of those of the same names. */
    public Settings with(Settings others) {
        Map<String, String> both = new TreeMap<>(variables);
        both.putAll(others.variables);
        return new Settings(both);
    }

    /** What a process of this kind is told. */
    Map<String, String> of(Kind kind) {
        return switch (kind) {
            case AUTH -> only(variables, name -> name.startsWith(OF_INSTANCES) || name.startsWith(OF_LOGS));
            case GATEWAY ->
                only(
                        variables,
                        name -> name.startsWith(OF_THE_GATEWAY) || name.equals(CONTRACTS) || name.startsWith(OF_LOGS));
            case REGISTRY -> only(variables, name -> name.startsWith(OF_LOGS));
            case DATABASE -> Map.of();
        };
    }

    /** Whether messages leave through a mail server: then no folder may be set. */
    boolean nameAMailServer() {
        return !variables.getOrDefault("AUTH_SMTP_HOST", "").isBlank();
    }

    /** Fit for people's eyes: values by name, in the order of names, and none where it may be a secret. */
    public SortedMap<String, Optional<String>> shown() {
        SortedMap<String, Optional<String>> shown = new TreeMap<>();
        variables.forEach((name, value) -> shown.put(name, isSecret(name) ? Optional.empty() : Optional.of(value)));
        return shown;
    }

    private static boolean isSetting(String name) {
        return Stream.of(OF_INSTANCES, OF_THE_GATEWAY, OF_LOGS).anyMatch(name::startsWith);
    }

    private static boolean isSecret(String name) {
        return SECRET.stream().anyMatch(name::contains);
    }

    private static Map<String, String> only(Map<String, String> all, Predicate<String> wanted) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(wanted.negate());
        return some;
    }

    private static Fault refused(List<String> own) {
        return new Fault(
                FaultKind.USAGE,
                "settings",
                "authctl itself sets " + String.join(", ", own) + " for each process, and takes no other value.",
                "Take it out of this shell: unset " + String.join(" ", own) + ". The gateway's port is set by --port.");
    }

    private static Fault secured(String name) {
        return new Fault(
                FaultKind.USAGE,
                "settings",
                "A cluster of authctl listens on the loopback address alone, in the clear, and takes no " + name + ".",
                "Take it out of this shell: unset " + name + ". docs/security.md tells of TLS in a deployment.");
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return shown().toString();
    }
}
