package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the gateway under test knows of instances; each change is seen when the call returns. */
public final class TestCluster {
    private final FakeRegistry registry;
    private final Instances instances;
    private final Watch watch;

    TestCluster(FakeRegistry registry, Instances instances, Watch watch) {
        this.registry = registry;
        this.instances = instances;
        this.watch = watch;
    }

    public void up(String id, int port) {
        registry.put(id, port, Registration.Status.UP);
        look();
    }

    /** One that speaks TLS. */
    public void upSecurely(String id, int port) {
        registry.putSecure(id, port);
        look();
    }

    public void starting(String id, int port) {
        registry.put(id, port, Registration.Status.STARTING);
        look();
    }

    public void down(String id, int port) {
        registry.put(id, port, Registration.Status.DOWN);
        look();
    }

    /** The registry loses an instance, which has said nothing. */
    public void forget(String id) {
        registry.remove(id);
        look();
    }

    public List<Sighting> sightings() {
        return instances.sightings();
    }

    /** A try at an instance has ended. */
    public void ended(String id, Duration taken, boolean failed) {
        tallyOf(id).ended(taken, failed);
    }

    /** A request has come to this instance from another one. */
    public void retried(String id) {
        tallyOf(id).retried();
    }

    private Tally tallyOf(String id) {
        return instances.find(id).orElseThrow().tally();
    }

    /** Requests at all instances. */
    public int underWay() {
        return instances.all().stream().mapToInt(Instance::underWay).sum();
    }

    /** Everybody leaves as they should. */
    public void clear() {
        registry.registrations().forEach(one -> down(one.id(), one.port()));
        instances
                .all()
                .forEach(instance -> down(instance.id(), instance.registration().port()));
        registry.clear();
        look();
    }

    private void look() {
        watch.look().block();
    }

    /** As many looks as it takes to believe that somebody is silent. */
    public void lookTwice() {
        look();
        look();
    }

    /** Takes the place of Eureka. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Discovery {
        @Bean
        FakeRegistry registry() {
            return new FakeRegistry();
        }

        /** What answers in these tests has no key: it is believed, and at once. */
        @Bean
        @Primary
        Instances believed() {
            return new Instances(Clocks.system(), Reach.ANSWERS);
        }

        @Bean
        @Primary
        Probe believing(Transport transport, UpstreamSettings settings) {
            return new Probe(
                    transport,
                    settings.connectTimeout(),
                    settings.probeTimeout(),
                    settings.idleTimeout(),
                    (challenge, proof) -> true);
        }

        @Bean
        TestCluster cluster(FakeRegistry registry, Instances instances, Watch watch) {
            return new TestCluster(registry, instances, watch);
        }
    }
}
