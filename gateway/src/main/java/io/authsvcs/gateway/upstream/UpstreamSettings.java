package io.authsvcs.gateway.upstream;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.gateway.routing.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway deals with instances.
 *
 * @param connectTimeout for a connection, be it for a request or a probe
 * @param requestTimeout from the choice of the first instance to the end of the answer
 * @param patience how long an instance may take to answer a request that reads, while another is left to try
 * @param writePatience the same for one that writes, or that carries much, from an instance that answers no probe
 * @param retryPercent of all requests, how many may be sent once more after an instance got them and failed
 * @param retryReserve how many may at once, after a sudden loss: there is no room for more in the share either
 * @param idleTimeout how long an unused connection is kept: less than an instance keeps it, or requests meet closed ones
 * @param acquireTimeout how long a request waits for a connection when all are in use
 * @param connections at most, to each instance
 * @param waiting requests at most, for a connection to each instance
 * @param answerLimit the largest body of an answer on all routes but those of large bodies
 * @param largeAnswerLimit the largest body of an answer on those: a verdict may take some 1,200 bytes
 * @param watchInterval between two looks at the registry's list, and two questions to every instance how it is
 * @param probeTimeout for the answer to that question, of which one may be missed
 * @param slowStart how long a newcomer gets less than its share
 * @param ca a file in PEM of the authorities that an instance's certificate may be of; when empty, no TLS is spoken
 * @param memory a file in which the instances are remembered, for a start without a registry; none when empty
 */
@ConfigurationProperties(value = "gateway.upstream", ignoreUnknownFields = false)
public record UpstreamSettings(
        @DefaultValue("300ms") Duration connectTimeout,
        @DefaultValue("5s") Duration requestTimeout,
        @DefaultValue("800ms") Duration patience,
        @DefaultValue("1s") Duration writePatience,
        @DefaultValue("20") int retryPercent,
        @DefaultValue("100") int retryReserve,
        @DefaultValue("5s") Duration idleTimeout,
        @DefaultValue("20ms") Duration acquireTimeout,
        @DefaultValue("256") int connections,
        @DefaultValue("256") int waiting,
        @DefaultValue("1MB") DataSize answerLimit,
        @DefaultValue("2MB") DataSize largeAnswerLimit,
        @DefaultValue("500ms") Duration watchInterval,
        @DefaultValue("400ms") Duration probeTimeout,
        @DefaultValue("5s") Duration slowStart,
        @DefaultValue("") String ca,
        @DefaultValue("") String memory) {
    private static final int MOST_RETRIES = 1_000_000;
    private static final DataSize MOST = DataSize.ofMegabytes(64);

    public UpstreamSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("idle-timeout", idleTimeout);
        requirePositive("acquire-timeout", acquireTimeout);
        requirePositive("watch-interval", watchInterval);
        requirePositive("probe-timeout", probeTimeout);
        requirePositive("slow-start", slowStart);
        requirePositive("patience", patience);
        requirePositive("write-patience", writePatience);
        require(
                requestTimeout.compareTo(connectTimeout) > 0,
                "gateway.upstream.request-timeout is " + requestTimeout + ", and connect-timeout " + connectTimeout
                        + ".",
                "Give a request more time than a connection.");
        require(
                retryPercent >= 0 && retryPercent <= 100,
                "gateway.upstream.retry-percent is " + retryPercent + ".",
                "Set it from 0 to 100, or leave it out for 20.");
        require(
                retryReserve >= (retryPercent > 0 ? 1 : 0) && retryReserve <= MOST_RETRIES,
                "gateway.upstream.retry-reserve is " + retryReserve + ", with which gateway.upstream.retry-percent "
                        + retryPercent + " has no effect or no bound.",
                "Set it from 1 to " + MOST_RETRIES + ", or leave it out for 100. For no retries, set both to 0.");
        require(
                connections > 0 && waiting > 0,
                "gateway.upstream.connections is " + connections + ", and waiting " + waiting + ".",
                "Set both to 1 or more.");
        require(
                answerLimit.toBytes() > 0 && answerLimit.compareTo(MOST) <= 0,
                "gateway.upstream.answer-limit is " + answerLimit + ", and has to be between 1 B and " + MOST + ".",
                "Set it in that range, or leave it out for 1MB.");
        require(
                largeAnswerLimit.compareTo(answerLimit) >= 0 && largeAnswerLimit.compareTo(MOST) <= 0,
                "gateway.upstream.large-answer-limit is " + largeAnswerLimit
                        + ", and has to be between gateway.upstream.answer-limit, which is " + answerLimit + ", and "
                        + MOST + ".",
                "Set it in that range, or leave it out for 2MB.");
    }

    /** With an instance that is asked by this route, while another is left. */
    Patience patience(Route route) {
        boolean isQuick = route.effect() == Route.Effect.READS && route.bodies() == Route.Bodies.USUAL;
        return isQuick ? new Patience(patience, Duration.ZERO) : new Patience(writePatience, signOfLife());
    }

    /** From one sign of life to the next. */
    private Duration signOfLife() {
        return watchInterval.plus(probeTimeout);
    }

    Optional<Path> authorities() {
        return ca.isBlank() ? Optional.empty() : Optional.of(Path.of(ca));
    }

    Optional<Path> memoryFile() {
        return memory.isBlank() ? Optional.empty() : Optional.of(Path.of(memory));
    }

    /** In bytes. */
    int answerLimit(Route.Bodies bodies) {
        return Math.toIntExact((bodies == Route.Bodies.LARGE ? largeAnswerLimit : answerLimit).toBytes());
    }

    private static void requirePositive(String name, Duration duration) {
        require(
                duration.isPositive(),
                "gateway.upstream." + name + " is " + duration + ", and has to be positive.",
                "Set it to a length of time such as 500ms.");
    }
}
