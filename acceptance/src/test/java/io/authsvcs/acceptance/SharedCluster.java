package io.authsvcs.acceptance;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Specification;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster of two instances for all tests that take a {@link Cluster} or a {@link Client} of its gateway. It is
 * started for the first of them, whole again before each class, and stopped after the last.
 */
final class SharedCluster implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);
    private static final Path FOLDER = Path.of("target", "a cluster");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Cluster.class || type == Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Cluster cluster =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Cluster.class, any -> started(), Cluster.class);
        return parameter.getParameter().getType() == Cluster.class ? cluster : new Client(cluster.url());
    }

    private static Cluster started() {
        Cluster cluster = Cluster.in(FOLDER);
        cluster.erase();
        cluster.up(Specification.anyPort());
        return cluster;
    }
}
