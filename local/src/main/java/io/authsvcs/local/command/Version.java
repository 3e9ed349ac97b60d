package io.authsvcs.local.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What the jar's manifest says; classes that are in no jar have no version. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"authctl " + number()};
    }

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
