package io.authsvcs.local.application;

import java.nio.file.Path;

/** The virtual machine that runs this, which runs everything else as well. */
final class Java {
    private Java() {}

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static String version() {
        return System.getProperty("java.vm.version") + System.getProperty("java.home");
    }
}
