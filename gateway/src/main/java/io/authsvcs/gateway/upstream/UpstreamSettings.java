package io.authsvcs.gateway.upstream;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.gateway.routing.Route;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway deals with instances.
 *
 * @param connectTimeout for a connection, be it for a request or a probe
 * @param requestTimeout from the choice of the first instance to the end of the answer
 * @param idleTimeout how long an unused connection is kept: less than an instance keeps it, or requests meet closed ones
 * @param acquireTimeout how long a request waits for a connection when all are in use
 * @param connections at most, to each instance
 * @param waiting requests at most, for a connection to each instance
 * @param answerLimit the largest body of an answer on all routes but those of large bodies
 * @param largeAnswerLimit the largest body of an answer on those: a verdict may take some 1,200 bytes
 * @param watchInterval between two looks at the registry's list and at who is in doubt, who has as long to answer
 */
@ConfigurationProperties(value = "gateway.upstream", ignoreUnknownFields = false)
public record UpstreamSettings(
        @DefaultValue("300ms") Duration connectTimeout,
        @DefaultValue("5s") Duration requestTimeout,
        @DefaultValue("5s") Duration idleTimeout,
        @DefaultValue("1s") Duration acquireTimeout,
        @DefaultValue("256") int connections,
        @DefaultValue("256") int waiting,
        @DefaultValue("1MB") DataSize answerLimit,
        @DefaultValue("2MB") DataSize largeAnswerLimit,
        @DefaultValue("500ms") Duration watchInterval) {
    private static final DataSize MOST = DataSize.ofMegabytes(64);

    public UpstreamSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("idle-timeout", idleTimeout);
        requirePositive("acquire-timeout", acquireTimeout);
        requirePositive("watch-interval", watchInterval);
        require(
                requestTimeout.compareTo(connectTimeout) > 0,
                "gateway.upstream.request-timeout is " + requestTimeout + ", and connect-timeout " + connectTimeout
                        + ".",
                "Give a request more time than a connection.");
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
