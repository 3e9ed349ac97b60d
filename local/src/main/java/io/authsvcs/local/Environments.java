package io.authsvcs.local;

import static java.util.Map.entry;

import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.database.PostgresServer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables that each process is configured by. Everything listens on the loopback address. */
record Environments(Home home, Secrets secrets) {
    static final String REGISTRY_USER = "auth-svcs";
    static final String ADMIN_EMAIL = "admin@localhost.localdomain";
    private static final String LOOPBACK = "127.0.0.1";

    Map<String, String> of(Member member, Members members) {
        Map<String, String> variables = new HashMap<>(common());
        variables.putAll(
                switch (member.kind()) {
                    case REGISTRY -> registry(member, members);
                    case GATEWAY -> gateway(member, members);
                    case AUTH -> auth(member, members);
                    case DATABASE -> Map.of();
                });
        variables.putAll(settings(members).of(member.kind()));
        variables.putAll(member.settings().variables());
        return variables;
    }

    DatabaseUrl database(Members members) {
        return members.state().specification().database().orElseGet(() -> own(members));
    }

    private DatabaseUrl own(Members members) {
        return PostgresServer.url(port(members), secrets.databasePassword());
    }

    private static int port(Members members) {
        return members.of(Kind.DATABASE).getFirst().port();
    }

    private Map<String, String> common() {
        return Map.of(
                "MANAGEMENT_ADDRESS", LOOPBACK,
                "REGISTRY_USERNAME", REGISTRY_USER,
                "REGISTRY_PASSWORD", secrets.registryPassword());
    }

    /** Its host is the one in {@link #registryUrls}: by these words it tells itself from its peers. */
    private static Map<String, String> registry(Member member, Members members) {
        return Map.of(
                "REGISTRY_ADDRESS", LOOPBACK,
                "REGISTRY_HOST", LOOPBACK,
                "REGISTRY_PEERS", registryUrls(members),
                "REGISTRY_PORT", Integer.toString(member.port()),
                "REGISTRY_MANAGEMENT_PORT", Integer.toString(member.managementPort()));
    }

    private Map<String, String> gateway(Member member, Members members) {
        return Map.of(
                "GATEWAY_ADDRESS", LOOPBACK,
                "GATEWAY_PORT", Integer.toString(member.port()),
                "GATEWAY_MANAGEMENT_PORT", Integer.toString(member.managementPort()),
                "GATEWAY_UPSTREAM_MEMORY", home.instancesKnownTo(member.name()).toString(),
                "AUTH_GATEWAY_KEY", secrets.gatewayKey(),
                "REGISTRY_URL", registryUrls(members));
    }

    private Map<String, String> auth(Member member, Members members) {
        Map<String, String> variables = new HashMap<>(authOnThisMachine(member, members));
        variables.putAll(databaseOf(member, members));
        if (!settings(members).nameAMailServer()) {
            variables.put("AUTH_MAIL_FOLDER", home.mail().toString());
        }
        return variables;
    }

    private Map<String, String> authOnThisMachine(Member member, Members members) {
        return Map.ofEntries(
                entry("AUTH_ADDRESS", LOOPBACK),
                entry("AUTH_HOST", LOOPBACK),
                entry("AUTH_PORT", Integer.toString(member.port())),
                entry("AUTH_MANAGEMENT_PORT", Integer.toString(member.managementPort())),
                entry("AUTH_INSTANCE_ID", member.name()),
                entry("AUTH_ISSUER", members.gateway().toString()),
                entry("AUTH_MASTER_KEY", secrets.masterKey()),
                entry("AUTH_GATEWAY_KEY", secrets.gatewayKey()),
                // The gateway of a laptop speaks no TLS.
                entry("AUTH_COOKIE_SECURE", "false"),
                // Whoever puts this machine under load logs in from one address.
                entry("AUTH_THROTTLE_EXEMPT", LOOPBACK),
                entry("AUTH_ADMIN_EMAIL", ADMIN_EMAIL),
                entry("AUTH_ADMIN_PASSWORD", secrets.adminPassword()),
                entry("REGISTRY_URL", registryUrls(members)));
    }

    /** Of ours, the first instance alone is told the owner: it migrates, and the others serve once it has. */
    private Map<String, String> databaseOf(Member member, Members members) {
        if (members.state().specification().database().isPresent()) {
            return Map.of("DATABASE_URL", database(members).text());
        }
        String url = PostgresServer.urlOfInstances(port(members), secrets.instancesDatabasePassword())
                .text();
        return member.isFirst()
                ? Map.of(
                        "DATABASE_URL",
                        url,
                        "DATABASE_MIGRATION_URL",
                        own(members).text())
                : Map.of("DATABASE_URL", url);
    }

    private static Settings settings(Members members) {
        return members.state().specification().settings();
    }

    private static String registryUrls(Members members) {
        return members.of(Kind.REGISTRY).stream()
                .map(registry -> "http://" + LOOPBACK + ":" + registry.port() + "/eureka/")
                .collect(Collectors.joining(","));
    }
}
