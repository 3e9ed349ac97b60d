package io.authsvcs.gateway.upstream;

/**
 * What the registry says of an instance.
 *
 * @param secure whether it speaks TLS there
 */
record Registration(String id, String host, int port, boolean secure, String version, Status status) {
    enum Status {
        STARTING,
        UP,
        DOWN
    }

    boolean hasAddressOf(Registration other) {
        return host.equals(other.host) && port == other.port && secure == other.secure;
    }
}
