package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As whom PostgreSQL's programs run: they refuse to be root, whose files would be at the mercy of any flaw in them. */
sealed interface PostgresAccount {
    /** The command line that runs the command as this account. */
    List<String> as(List<String> command);

    /** Hands a folder over to it. */
    void own(Path folder);

    static PostgresAccount find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Myself();
        }
        if (Tool.run("unshare", "-U", "true").succeeded()) {
            return new UserNamespace();
        }
        Nobody nobody = Nobody.ofThisSystem();
        if (nobody.isPossible()) {
            return nobody;
        }
        throw Fault.failed(
                "database",
                "PostgreSQL refuses to run as root, and this system lets root become nobody else.",
                "Run authctl as an ordinary user, or give it a database with --database URL.");
    }

    /** An ordinary user already. */
    record Myself() implements PostgresAccount {
        @Override
        public List<String> as(List<String> command) {
            return command;
        }

        @Override
        public void own(Path folder) {}
    }

    /** Root outside, nobody special inside a user namespace of its own: files stay root's, and so does the 0700. */
    record UserNamespace() implements PostgresAccount {
        @Override
        public List<String> as(List<String> command) {
            return prefixed(List.of("unshare", "-U"), command);
        }

        @Override
        public void own(Path folder) {}
    }

    /**
     * Where namespaces are forbidden, as in most containers: the system's user without rights.
     *
     * @param group its group's number; the group's name differs from system to system
     */
    record Nobody(String group) implements PostgresAccount {
        static Nobody ofThisSystem() {
            return new Nobody(Tool.run("id", "-g", "nobody").output().strip());
        }

        boolean isPossible() {
            return Tool.run(as(List.of("true")), Map.of()).succeeded();
        }

        @Override
        public List<String> as(List<String> command) {
            return prefixed(List.of("setpriv", "--reuid=nobody", "--regid=" + group, "--clear-groups"), command);
        }

        @Override
        public void own(Path folder) {
            openTheWayTo(folder);
            Tool.run("chown", "-R", "nobody:" + group, folder.toString());
            if (!Tool.run(as(List.of("test", "-x", folder.toString())), Map.of())
                    .succeeded()) {
                throw outOfReach(folder);
            }
        }

        /** Through the two folders above it, which are authctl's: to pass, not to list. */
        private static void openTheWayTo(Path folder) {
            Path postgres = folder.resolveSibling("").normalize();
            Tool.run(
                    "chmod",
                    "a+x",
                    postgres.toString(),
                    postgres.resolveSibling("").normalize().toString());
        }

        private static Fault outOfReach(Path folder) {
            return Fault.failed(
                    "database",
                    "PostgreSQL refuses to run as root, and user nobody can't reach " + folder + ".",
                    "Run authctl as an ordinary user, put the folder where others may pass (chmod a+x on its parents),"
                            + " or give it a database with --database URL.");
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
