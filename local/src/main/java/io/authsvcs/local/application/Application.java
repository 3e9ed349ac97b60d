package io.authsvcs.local.application;

/** A Java program of the product, with the heap that it needs on a laptop. */
public enum Application {
    REGISTRY("registry", 128),
    AUTH("auth-service", 256),
    GATEWAY("gateway", 192);

    private final String module;
    private final int heapMebibytes;

    Application(String module, int heapMebibytes) {
        this.module = module;
        this.heapMebibytes = heapMebibytes;
    }

    /** The module that builds it, which is also its jar's name. */
    public String module() {
        return module;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }
}
