package io.authsvcs.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.limits.Places;
import io.authsvcs.gateway.limits.TestPlaces;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Routes;
import io.authsvcs.gateway.routing.TestContracts;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShedReadsTest {
    private static final String VALIDATE = "/v1/auth/validate";

    private final Places places = TestPlaces.of(1);
    private final Routes routes = TestContracts.routes();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final List<Route> refused = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ShedReads(places, routes, leaving::get, (id, outcome, route, format) -> refused.add(route)));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void whileAPlaceIsFreeEveryRequestPasses() {
        assertThat(passes(get(VALIDATE))).isTrue();
    }

    @Test
    void aReadIsRefusedByItsHeadWhileNoPlaceIsFree() {
        TestPlaces.take(places);

        assertThat(passes(get(VALIDATE + "?a=b"))).isFalse();

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.headers().get("Retry-After")).isEqualTo("1");
        assertThat(answer.headers().get("X-Request-ID")).isNotEmpty();
        assertThat(answer.headers().contains("Connection")).isFalse();
        assertThat(answer.content().toString(UTF_8))
                .startsWith("{\"statusCode\":503,")
                .endsWith("\"result\":{\"reason\":\"Too many requests are under way\"}}");
        assertThat(refused).containsExactly(Route.VALIDATE);
        answer.release();
    }

    @Test
    void theLengthOfNoBodyIsNoBody() {
        TestPlaces.take(places);
        FullHttpRequest read = get(VALIDATE);
        read.headers().set("Content-Length", "0");

        assertThat(passes(read)).isFalse();

        channel.<FullHttpResponse>readOutbound().release();
    }

    @Test
    void theNextRequestOfARefusedConnectionIsServedWhenAPlaceIsFree() {
        TestPlaces.take(places);
        assertThat(passes(get(VALIDATE))).isFalse();
        channel.<FullHttpResponse>readOutbound().release();
        TestPlaces.giveBack(places);

        assertThat(passes(get(VALIDATE))).isTrue();
    }

    @Test
    void aConnectionIsReadOnAfterARefusal() {
        AtomicInteger reads = new AtomicInteger();
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads.incrementAndGet();
            }
        });
        channel.config().setAutoRead(false);
        TestPlaces.take(places);

        assertThat(passes(get(VALIDATE))).isFalse();

        assertThat(reads).hasValue(1);
        channel.<FullHttpResponse>readOutbound().release();
    }

    @Test
    void whatIsNoReadAtInstancesIsLeftToTheSteps() {
        TestPlaces.take(places);

        assertThat(passes(request(HttpMethod.POST, "/v1/auth/login"))).isTrue();
        answer();
        assertThat(passes(request(HttpMethod.POST, VALIDATE))).isTrue();
        answer();
        assertThat(passes(get("/v1/router/health"))).isTrue();
        answer();
        assertThat(passes(get("/unknown"))).isTrue();
        answer();
        assertThat(passes(withBody(get(VALIDATE)))).isTrue();
    }

    @Test
    void nothingOvertakesTheAnswerThatIsDueBeforeIt() {
        assertThat(passes(get(VALIDATE))).isTrue();
        TestPlaces.take(places);

        assertThat(passes(get(VALIDATE))).isTrue();

        answer();
        answer();
        assertThat(passes(get(VALIDATE))).isFalse();
    }

    @Test
    void anInterimAnswerIsNotTheOneThatIsDue() {
        assertThat(passes(get(VALIDATE))).isTrue();
        TestPlaces.take(places);
        write(HttpResponseStatus.CONTINUE);

        assertThat(passes(get(VALIDATE))).isTrue();
    }

    @Test
    void whoAsksToCloseIsSentAway() {
        TestPlaces.take(places);
        FullHttpRequest last = get(VALIDATE);
        last.headers().set("Connection", "close");

        assertThat(passes(last)).isFalse();

        assertSentAway();
    }

    @Test
    void whoeverComesWhileTheGatewayLeavesIsSentAway() {
        TestPlaces.take(places);
        leaving.set(true);

        assertThat(passes(get(VALIDATE))).isFalse();

        assertSentAway();
    }

    private void assertSentAway() {
        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().get("Connection")).isEqualTo("close");
        assertThat(channel.isOpen()).isFalse();
        answer.release();
    }

    private boolean passes(FullHttpRequest request) {
        channel.writeInbound(request);
        FullHttpRequest passed = channel.readInbound();
        if (passed == null) {
            return false;
        }
        passed.release();
        return true;
    }

    private void answer() {
        write(HttpResponseStatus.OK);
    }

    private void write(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
        channel.<FullHttpResponse>readOutbound().release();
    }

    private static FullHttpRequest get(String target) {
        return request(HttpMethod.GET, target);
    }

    private static FullHttpRequest withBody(FullHttpRequest request) {
        request.headers().set("Content-Length", "2");
        return request;
    }

    private static FullHttpRequest request(HttpMethod method, String target) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, target, Unpooled.buffer(0));
    }
}
