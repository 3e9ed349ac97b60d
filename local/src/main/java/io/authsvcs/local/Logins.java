package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import java.util.Optional;

/** Log-ins of the users whose passwords the cluster knows, through its gateway. */
record Logins(Members members, Secrets secrets) {
    private static final String DEMO_EMAIL = "demo@example.com";

    /** A bearer token. */
    String administrator() {
        return administrator(Optional.empty());
    }

    /**
     * The same of an administrator who has a second factor.
     *
     * @param code of it
     */
    String administrator(Optional<String> code) {
        return visitor().token(Environments.ADMIN_EMAIL, secrets.adminPassword(), code);
    }

    /** Registers the demo user the first time, under another address where the usual one belongs to somebody else. */
    DemoLogin demo() {
        String known = members.state().demoEmail().orElse(DEMO_EMAIL);
        return enter(known).or(() -> enter(anotherEmail())).orElseThrow(Logins::noDemo);
    }

    private Optional<DemoLogin> enter(String email) {
        return visitor().enter(email, secrets.demoPassword());
    }

    private Visitor visitor() {
        return new Visitor(members.openGateway());
    }

    private static String anotherEmail() {
        return "demo-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "@example.com";
    }

    private static Fault noDemo() {
        return Fault.failed("gateway", "No demo user could be registered.", "authctl logs shows why.");
    }
}
