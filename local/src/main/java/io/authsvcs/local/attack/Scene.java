package io.authsvcs.local.attack;

import io.authsvcs.local.Address;
import io.authsvcs.local.Cluster;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.http.Stranger;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Where an act takes place.
 *
 * @param vault has every secret that it uses
 * @param networks that nobody has called from yet
 */
record Scene(Cluster cluster, Terms terms, Vault vault, Networks networks, Commentary commentary) {
    private static final InetAddress EXEMPT = InetAddress.ofLiteral("127.0.0.1");

    /** Somebody whose passwords are not counted. */
    Stranger friend() {
        return at(EXEMPT);
    }

    Stranger at(InetAddress source) {
        return new Stranger(source, cluster.url(), vault);
    }

    /** Somebody who has got past the gateway. */
    Stranger at(InetAddress source, String instance) {
        return new Stranger(source, door(instance), vault);
    }

    URI door(String process) {
        Address address = cluster.member(process);
        return URI.create("http://" + address.host() + ":" + address.port());
    }

    List<String> instances() {
        return cluster.status().processes().stream()
                .filter(process -> process.kind() == Kind.AUTH)
                .map(ProcessStatus::name)
                .toList();
    }

    Population population() {
        return new Population(cluster.administration().users(), vault);
    }
}
