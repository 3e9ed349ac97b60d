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
 * @param gatewayPort where the one URL is, on the loopback address; 0 takes any free port and keeps it
 * @param database somebody else's; without it the cluster has a PostgreSQL of its own
 * @param variables the {@link Settings}
 */
public record Specification(
        int authInstances, int gatewayPort, Optional<DatabaseUrl> database, Map<String, String> variables) {
    public static final int MOST_INSTANCES = 20;
    public static final int LAST_PORT = 65_535;

    public Specification {
        variables = Map.copyOf(variables);
        check(authInstances, MOST_INSTANCES, "the number of instances");
        check(gatewayPort, LAST_PORT, "the port");
    }

    /** Two instances behind port 8080, with a PostgreSQL of its own. */
    public static Specification standard() {
        return new Specification(2, 8080, Optional.empty(), Map.of());
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
        return new Specification(count, gatewayPort, database, variables);
    }

    public Specification withGatewayPort(int port) {
        return new Specification(authInstances, port, database, variables);
    }

    public Specification withDatabase(DatabaseUrl url) {
        return new Specification(authInstances, gatewayPort, Optional.of(url), variables);
    }

    public Specification withOwnDatabase() {
        return new Specification(authInstances, gatewayPort, Optional.empty(), variables);
    }

    public Specification withSettings(Settings settings) {
        return new Specification(authInstances, gatewayPort, database, settings.variables());
    }

    public Settings settings() {
        return new Settings(variables);
    }

    private static void check(int value, int most, String what) {
        if (value < 0 || value > most) {
            throw new Fault(
                    FaultKind.USAGE,
                    "authctl",
                    value + " is out of range for " + what + ".",
                    "Take 0 to " + most + ".");
        }
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return authInstances + " instances behind port " + gatewayPort + ", " + database + ", " + settings();
    }
}
