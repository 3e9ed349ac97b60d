package io.authsvcs.local.application;

import java.util.List;

/** A Java program of the product, with the memory that it needs on a laptop. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of returns is immutable.
public enum Application {
    /** Is asked so seldom that compiling it well costs more than that saves. */
    REGISTRY("registry", "-Xmx128m", "-Xmn16m", "-XX:TieredStopAtLevel=1"),
    AUTH("auth-service", "-Xmx256m", "-Xmn24m"),
    GATEWAY("gateway", "-Xmx192m", "-Xmn24m");

    private final String module;
    private final List<String> options;

    Application(String module, String... options) {
        this.module = module;
        this.options = List.of(options);
    }

    /** The module that builds it, which is also its jar's name. */
    public String module() {
        return module;
    }

    /** Of the virtual machine. The young generation is small: what a start leaves in it stays resident. */
    List<String> options() {
        return options;
    }
}
