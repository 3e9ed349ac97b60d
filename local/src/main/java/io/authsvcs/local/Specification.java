package io.authsvcs.local;

import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster shall be.
 *
 * @param authInstances how many of auth-svcs, 0 to 20
 * @param gateways how many, 1 to 5; each has a URL of its own
 * @param registries how many, 1 to 3; each is a peer of the others
 * @param gatewayPort where the first gateway is, on the loopback address; 0 takes any free port and keeps it
 * @param database somebody else's; without it the cluster has a PostgreSQL of its own
 * @param variables the {@link Settings}
 */
public record Specification(
        int authInstances,
        int gateways,
        int registries,
        int gatewayPort,
        Optional<DatabaseUrl> database,
        Map<String, String> variables) {
    public static final int MOST_INSTANCES = 20;
    public static final int MOST_GATEWAYS = 5;
    public static final int MOST_REGISTRIES = 3;
    public static final int LAST_PORT = 65_535;

    public Specification {
        variables = Map.copyOf(variables);
        check(authInstances, 0, MOST_INSTANCES, "the number of instances");
        check(gateways, 1, MOST_GATEWAYS, "the number of gateways");
        check(registries, 1, MOST_REGISTRIES, "the number of registries");
        check(gatewayPort, 0, LAST_PORT, "the port");
    }

    /** Two instances behind one gateway at port 8080, with one registry and a PostgreSQL of its own. */
    public static Specification standard() {
        return new Specification(2, 1, 1, 8080, Optional.empty(), Map.of());
    }

    /** The standard one on any free port: several may run side by side. */
    public static Specification anyPort() {
        return standard().withGatewayPort(0);
    }

    /** The same with instances: the standard number of them where it has none. */
    public Specification serving() {
        return authInstances > 0 ? this : withAuthInstances(standard().authInstances());
    }

    public Specification withAuthInstances(int count) {
        return new Specification(count, gateways, registries, gatewayPort, database, variables);
    }

    public Specification withGateways(int count) {
        return new Specification(authInstances, count, registries, gatewayPort, database, variables);
    }

    public Specification withRegistries(int count) {
        return new Specification(authInstances, gateways, count, gatewayPort, database, variables);
    }

    public Specification withGatewayPort(int port) {
        return new Specification(authInstances, gateways, registries, port, database, variables);
    }

    public Specification withDatabase(DatabaseUrl url) {
        return new Specification(authInstances, gateways, registries, gatewayPort, Optional.of(url), variables);
    }

    public Specification withOwnDatabase() {
        return new Specification(authInstances, gateways, registries, gatewayPort, Optional.empty(), variables);
    }

    public Specification withSettings(Settings settings) {
        return new Specification(authInstances, gateways, registries, gatewayPort, database, settings.variables());
    }

    public Settings settings() {
        return new Settings(variables);
    }

    /** How many processes of a kind there shall be. */
    int count(Kind kind) {
        return switch (kind) {
            case GATEWAY -> gateways;
            case AUTH -> authInstances;
            case REGISTRY -> registries;
            case DATABASE -> database.isPresent() ? 0 : 1;
        };
    }

    private static void check(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new Fault(
                    FaultKind.USAGE,
                    "authctl",
                    value + " is out of range for " + what + ".",
                    "Take " + least + " to " + most + ".");
        }
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return authInstances + " instances behind port " + gatewayPort + ", gateways: " + gateways + ", registries: "
                + registries + ", " + database + ", " + settings();
    }
}
