package io.authsvcs.local.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What the jar's manifest says; classes that are in no jar have no version. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Optional<String> packaged =
                Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {"authctl " + packaged.orElse("(not packaged)")};
    }
}
