package io.authsvcs.local.ground;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.Specification;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.proxy.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cluster that trials are held on, which gets what they need and is as it was afterwards. */
public final class Ground {
    private static final String ACTIVATION = "AUTH_ACTIVATION_REQUIRED";
    private static final String OFFSET = "AUTH_CLOCK_OFFSET";

    private final Cluster cluster;
    private final Specification before;
    private Optional<Extra> extra = Optional.empty();

    public Ground(Cluster cluster) {
        this.cluster = cluster;
        this.before = cluster.specification().orElseGet(Specification::standard);
    }

    /** Returns when the cluster has it all; empty where no instance was added. */
    public synchronized Optional<Extra> prepare(Needs needs) {
        Specification enough = enough(needs);
        if (!enough.equals(cluster.specification().orElse(before))
                || !cluster.status().isWell()) {
            cluster.up(enough);
        }
        extra = add(needs.newcomer());
        return extra;
    }

    /** Whatever a trial has left, also in the middle of it. */
    public synchronized void tidy() {
        thawAll();
        extra.ifPresent(Extra::end);
        extra = Optional.empty();
        if (hasAddedOnes() || !cluster.status().isWell()) {
            cluster.up(cluster.specification().orElse(before));
        }
        undrainAll();
    }

    /** As it was before the first trial. */
    public synchronized void putBack() {
        tidy();
        if (!before.equals(cluster.specification().orElse(before))) {
            cluster.up(before);
        }
    }

    private Specification enough(Needs needs) {
        return before.withAuthInstances(Math.max(needs.instances(), before.authInstances()))
                .withGateways(Math.max(needs.gateways(), before.gateways()))
                .withRegistries(Math.max(needs.registries(), before.registries()))
                .withSettings(before.settings().with(needs.settings()));
    }

    private Optional<Extra> add(Newcomer newcomer) {
        return switch (newcomer) {
            case NONE -> Optional.empty();
            case BEHIND_A_PROXY -> Optional.of(behindAProxy());
            case WITH_ITS_DATABASE_BEHIND_A_PROXY -> Optional.of(withItsDatabaseBehindAProxy());
            case WHERE_ADDRESSES_ARE_PROVED -> Optional.of(whereAddressesAreProved());
            case WITH_ITS_CLOCK_AHEAD -> Optional.of(with(Map.of(OFFSET, "20s"), Optional.empty()));
            case WITH_ITS_CLOCK_BEHIND -> Optional.of(with(Map.of(OFFSET, "-20s"), Optional.empty()));
        };
    }

    /** It listens where the proxy leads to, and is registered where the proxy listens. */
    private Extra behindAProxy() {
        Proxy proxy = Proxy.open();
        int port = Ports.choose(0, Set.of(proxy.port()));
        proxy.leadTo(here(port));
        return with(
                Map.of("AUTH_PORT", Integer.toString(port), "AUTH_ADVERTISED_PORT", Integer.toString(proxy.port())),
                Optional.of(proxy));
    }

    /** Out of rotation: clients of the others are signed in when they register. */
    private Extra whereAddressesAreProved() {
        Extra aside = with(Map.of(ACTIVATION, "true"), Optional.empty());
        cluster.drain(aside.name());
        return aside;
    }

    private Extra withItsDatabaseBehindAProxy() {
        URI database = URI.create(cluster.databaseUrl());
        Proxy proxy = Proxy.open();
        proxy.leadTo(new InetSocketAddress(database.getHost(), database.getPort()));
        String other =
                "postgresql://" + database.getRawUserInfo() + "@127.0.0.1:" + proxy.port() + database.getRawPath();
        return with(Map.of("DATABASE_URL", other), Optional.of(proxy));
    }

    private Extra with(Map<String, String> settings, Optional<Proxy> proxy) {
        extra = Optional.of(new Extra("", proxy));
        return new Extra(cluster.add(settings), proxy);
    }

    private boolean hasAddedOnes() {
        long wanted = cluster.specification().orElse(before).authInstances();
        return instances().size() != wanted;
    }

    private void thawAll() {
        cluster.running().forEach(cluster::thaw);
    }

    private void undrainAll() {
        ClusterStatus status = cluster.status();
        status.processes().stream()
                .filter(ProcessStatus::isDraining)
                .map(ProcessStatus::name)
                .forEach(cluster::undrain);
    }

    private List<ProcessStatus> instances() {
        return cluster.status().processes().stream()
                .filter(process -> process.kind() == Kind.AUTH)
                .toList();
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }
}
