package io.authsvcs.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.authsvcs.common.Contract;
import io.authsvcs.gateway.routing.ContractSettings;
import io.authsvcs.gateway.routing.ContractSettings.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the requests of each client on the routes of a contract. What is refused doesn't count. */
final class CallerLimits {
    private static final int CLIENTS = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Contract, List<Bandwidth>> limits;
    private final Cache<Client, Bucket> buckets;
    private final TimeMeter time;

    CallerLimits(ContractSettings settings, TimeMeter time) {
        this.limits = Arrays.stream(Contract.values())
                .collect(Collectors.toMap(Function.identity(), contract -> bandwidths(settings.limit(contract))));
        // A bucket that nobody has asked for so long is full, as a new one is.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(MINUTE)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
        this.time = time;
    }

    /** How long this request would have had to wait; nothing if it need not. */
    Optional<Duration> take(Contract contract, InetAddress address) {
        return limitsOf(contract).isEmpty() ? Optional.empty() : take(Client.of(contract, address));
    }

    private Optional<Duration> take(Client client) {
        ConsumptionProbe probe = buckets.get(client, this::fill).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket fill(Client client) {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(time);
        limitsOf(client.contract()).forEach(bucket::addLimit);
        return bucket.build();
    }

    private List<Bandwidth> limitsOf(Contract contract) {
        return limits.getOrDefault(contract, List.of());
    }

    private static List<Bandwidth> bandwidths(Limit limit) {
        return Stream.of(bandwidth(limit.perSecond(), SECOND), bandwidth(limit.perMinute(), MINUTE))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Refilled at once when the time is over: drop by drop, more than the limit would fit into its first period. */
    private static Optional<Bandwidth> bandwidth(int requests, Duration period) {
        return Optional.of(requests)
                .filter(some -> some > 0)
                .map(some -> Bandwidth.builder()
                        .capacity(some)
                        .refillIntervally(some, period)
                        .build());
    }
}
