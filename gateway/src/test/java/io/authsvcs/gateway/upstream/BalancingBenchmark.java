package io.authsvcs.gateway.upstream;

import java.time.Duration;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The first choice for a request, where every instance is well. */
@State(Scope.Benchmark)
public class BalancingBenchmark {
    private final Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
    private final LeastBusy balancer = new LeastBusy(instances, new RetryBudget(20, 1), Duration.ofNanos(1));
    private final Tries tries =
            new Tries(new Patience(Duration.ofSeconds(1), Duration.ZERO), Duration.ofSeconds(1), false);

    @Param({"2", "8"})
    public int size;

    @Setup
    public void register() {
        instances.refresh(IntStream.rangeClosed(1, size)
                .mapToObj(port -> new Registration("auth-" + port, "h", port, false, "1", Registration.Status.UP))
                .toList());
    }

    @Benchmark
    public Object choice() {
        return balancer.choose(tries);
    }
}
