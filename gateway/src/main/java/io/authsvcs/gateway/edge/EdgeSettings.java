package io.authsvcs.gateway.edge;

import static io.authsvcs.common.InvalidSetting.require;

import io.authsvcs.gateway.routing.Route;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of what a caller may send.
 *
 * @param trustedProxies addresses and networks ({@code 10.0.0.0/8}) whose X-Forwarded-For is believed
 * @param bodyLimit the largest request body on all routes but those of large bodies
 * @param largeBodyLimit the largest request body on those
 * @param largeBodies what all request bodies together may take of the memory, counting of each what is over 4 KiB
 * @param connections of callers at most, beyond which they are closed at once: each takes some 16 KiB and a descriptor,
 *     and a client some two at a time, so that a process of 192 MB has room for two thousand slow ones twice over
 * @param bodyTimeout how long a request body may take to arrive
 * @param leavePause how long a gateway that leaves still serves, for its callers to look away
 * @param connectionTimeout how long a connection may stay without a request beginning or an answer ending
 */
@ConfigurationProperties(value = "gateway.edge", ignoreUnknownFields = false)
record EdgeSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("64KB") DataSize bodyLimit,
        @DefaultValue("2MB") DataSize largeBodyLimit,
        @DefaultValue("16MB") DataSize largeBodies,
        @DefaultValue("4000") int connections,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("2s") Duration leavePause,
        @DefaultValue("25s") Duration connectionTimeout) {
    private static final DataSize MOST = DataSize.ofMegabytes(16);

    EdgeSettings {
        trustedProxies = List.copyOf(trustedProxies);
        require(
                bodyLimit.toBytes() > 0 && bodyLimit.compareTo(MOST) <= 0,
                "gateway.edge.body-limit is " + bodyLimit + ", and has to be between 1 B and " + MOST + ".",
                "Set it in that range, or leave it out for 64KB.");
        require(
                largeBodyLimit.compareTo(bodyLimit) >= 0 && largeBodyLimit.compareTo(MOST) <= 0,
                "gateway.edge.large-body-limit is " + largeBodyLimit
                        + ", and has to be between gateway.edge.body-limit, which is " + bodyLimit + ", and " + MOST
                        + ".",
                "Set it in that range, or leave it out for 2MB.");
        require(
                largeBodies.compareTo(largeBodyLimit) >= 0,
                "gateway.edge.large-bodies is " + largeBodies
                        + ", and has to have room for one of gateway.edge.large-body-limit, which is " + largeBodyLimit
                        + ".",
                "Set it to that or more, or leave it out for 16MB.");
        require(
                connections > 0,
                "gateway.edge.connections is " + connections + ", with which nobody could connect.",
                "Set it to how many callers may be connected at once, or leave it out for 4000.");
        require(
                !leavePause.isNegative(),
                "gateway.edge.leave-pause is " + leavePause + ".",
                "Set it to 2s or so, or to 0s where nothing balances several gateways.");
        require(
                bodyTimeout.isPositive() && bodyTimeout.compareTo(connectionTimeout) < 0,
                "gateway.edge.body-timeout is " + bodyTimeout
                        + ", and has to be positive and less than gateway.edge.connection-timeout, which is "
                        + connectionTimeout + ".",
                "Set them so, or leave both out.");
    }

    /** In bytes. */
    int bodyLimit(Route.Bodies bodies) {
        return Math.toIntExact((bodies == Route.Bodies.LARGE ? largeBodyLimit : bodyLimit).toBytes());
    }

    /** Ends the start if a connection could be closed while its request is still under way. */
    void requireTimeFor(Duration requestTimeout) {
        require(
                bodyTimeout.plus(requestTimeout).compareTo(connectionTimeout) < 0,
                "gateway.edge.connection-timeout is " + connectionTimeout
                        + ", and has to be more than gateway.edge.body-timeout and gateway.upstream.request-timeout"
                        + " together, which are " + bodyTimeout + " and " + requestTimeout + ".",
                "Set it to more than their sum.");
    }
}
