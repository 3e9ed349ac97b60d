package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Specification;
import io.authsvcs.local.attack.Leaks;
import io.authsvcs.local.attack.Vault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster of two instances for all tests that take a {@link Cluster} or a {@link Client} of its gateway. It is
 * started for the first of them, whole again before each class, and stopped after the last.
 */
final class SharedCluster implements ParameterResolver, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);
    private static final Path FOLDER = Path.of("target", "a cluster");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Cluster.class || type == Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Vault vault = vault(context);
        Cluster cluster = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Cluster.class, any -> started(vault), Cluster.class);
        return parameter.getParameter().getType() == Cluster.class ? cluster : new Client(cluster.url(), vault);
    }

    /** Whatever a test has done: none of the secrets that went over the wire is in what the cluster has written. */
    @Override
    public void afterAll(ExtensionContext context) {
        Optional.ofNullable(context.getRoot().getStore(NAMESPACE).get(Cluster.class, Cluster.class))
                .map(cluster -> Leaks.inWritings(cluster, vault(context)))
                .ifPresent(figure -> assertThat(figure.complaint()).isEmpty());
    }

    private static Vault vault(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Vault.class, any -> new Vault(), Vault.class);
    }

    private static Cluster started(Vault vault) {
        Cluster cluster = Cluster.in(FOLDER);
        cluster.erase();
        cluster.up(Specification.anyPort());
        cluster.secrets().values().forEach(vault::keep);
        return cluster;
    }
}
