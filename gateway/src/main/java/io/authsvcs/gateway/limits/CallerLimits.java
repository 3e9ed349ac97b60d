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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the requests of each client on the routes of the contracts that are on. What is refused doesn't count. */
final class CallerLimits {
    private static final int CLIENTS = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Contract, List<Bandwidth>> limits;
    private final Cache<Client, Bucket> buckets;
    private final TimeMeter time;

    CallerLimits(ContractSettings settings, TimeMeter time) {
        this.limits = Arrays.stream(Contract.values())
                .collect(Collectors.toMap(Function.identity(), contract -> bandwidths(settings, contract)));
        // A bucket that nobody has asked for so long is full, as a new one is.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(MINUTE)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
        this.time = time;
    }

    /** How long this request would have had to wait until all of these allow it; nothing if they do, and each counts it. */
    Optional<Duration> take(Collection<Contract> contracts, InetAddress address) {
        List<Take> takes = contracts.stream()
                .filter(contract -> !limitsOf(contract).isEmpty())
                .map(contract -> Take.of(buckets.get(Client.of(contract, address), this::fill)))
                .toList();
        Optional<Duration> longest = takes.stream().flatMap(Take::refused).max(Comparator.naturalOrder());
        longest.ifPresent(refused -> takes.forEach(Take::giveBack));
        return longest;
    }

    /** A request taken from one of its buckets. */
    private record Take(Bucket bucket, ConsumptionProbe probe) {
        static Take of(Bucket bucket) {
            return new Take(bucket, bucket.tryConsumeAndReturnRemaining(1));
        }

        Stream<Duration> refused() {
            return probe.isConsumed() ? Stream.empty() : Stream.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }

        void giveBack() {
            if (probe.isConsumed()) {
                bucket.addTokens(1);
            }
        }
    }

    private Bucket fill(Client client) {
        LocalBucketBuilder bucket = Bucket.builder().withCustomTimePrecision(time);
        limitsOf(client.contract()).forEach(bucket::addLimit);
        return bucket.build();
    }

    private List<Bandwidth> limitsOf(Contract contract) {
        return limits.getOrDefault(contract, List.of());
    }

    private static List<Bandwidth> bandwidths(ContractSettings settings, Contract contract) {
        return settings.isOn(contract) ? bandwidths(settings.limit(contract)) : List.of();
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
