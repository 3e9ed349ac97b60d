package io.authsvcs.gateway.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.common.AddressRange;
import io.authsvcs.common.AwkwardTexts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes over a connection, and what is made of it before any step. */
class RequestsFuzzTest {
    private static final String HOST = "a:80";
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
    private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8"));

    static Stream<Arguments> connections() {
        String get = "GET /v1/auth/me?a=b HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a.b.c\r\n\r\n";
        String post = "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 14\r\n\r\n{\"a\":\r\n \"b\"  }";
        String chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n a\n\0b\r\n0\r\n\r\n";
        return Stream.of(
                        get,
                        get + post + chunked + get,
                        get.replace("Host: a", "Host: a\r\n b"),
                        get.replace("\r\n", "\n"),
                        get.replace("Host", "Host "),
                        get.replace("\r\n\r\n", "\r\n\rX-A: b\r\n\r\n"),
                        get.replace("GET ", "GET  "),
                        get.replace("HTTP/1.1", "HTTP/1.2"),
                        post.replace("14", "14\r\nContent-Length: 15"),
                        post.replace("14", "+14"),
                        chunked.replace("chunked", "chunked\r\nContent-Length: 5"),
                        chunked.replace("5\r", "5;a=\0b\r"),
                        chunked.replace("5\r", "5\n"),
                        chunked.replace("0\r\n\r\n", "0\r\nA: b\0\r\n\r\n"))
                .flatMap(RequestsFuzzTest::cut);
    }

    private static Stream<Arguments> cut(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return cuts(text).distinct().mapToObj(cut -> Arguments.of(bytes, cut));
    }

    /** Behind what ends a line, or may, and elsewhere. */
    private static IntStream cuts(String text) {
        return IntStream.concat(
                IntStream.of(0, 1, text.length() / 2),
                IntStream.rangeClosed(1, text.length()).filter(at -> "\r\n".indexOf(text.charAt(at - 1)) >= 0));
    }

    /** However it is cut into packets, the same requests are let through, and all that came is given back. */
    @MethodSource("connections")
    @FuzzTest
    void whatComes(byte @NotNull [] bytes, int split) {
        int cut = Math.floorMod(split, bytes.length + 1);

        assertThat(letThrough(bytes, cut)).isEqualTo(letThrough(bytes, bytes.length));
    }

    private static String letThrough(byte[] bytes, int cut) {
        StrictFraming framing = new StrictFraming();
        EmbeddedChannel channel =
                new EmbeddedChannel(new StrictLines(framing), new HttpRequestDecoder(new HttpDecoderConfig()), framing);
        ByteBuf whole = Unpooled.buffer(bytes.length + 1).writeBytes(bytes);
        channel.writeInbound(whole.readRetainedSlice(cut));
        channel.writeInbound(whole.readRetainedSlice(bytes.length - cut));
        whole.release();
        StringBuilder read = new StringBuilder();
        for (HttpObject part = channel.readInbound(); part != null; part = channel.readInbound()) {
            read.append(described(part));
            ReferenceCountUtil.release(part);
        }
        channel.finishAndReleaseAll();
        assertThat(whole.refCnt()).isZero();
        return read.toString();
    }

    /** A body is the same in whatever parts it comes. */
    private static String described(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            return "(refused)";
        }
        if (part instanceof HttpRequest request) {
            return "(" + request.method() + " " + request.uri() + " "
                    + request.headers().entries() + ")";
        }
        return part instanceof HttpContent content ? ByteBufUtil.hexDump(content.content()) : "";
    }

    static Stream<String> targets() {
        return Stream.of("/v1/auth/me", "/%41?a[]=b&c=%20", "http://a:80/v1").flatMap(AwkwardTexts::around);
    }

    @MethodSource("targets")
    @FuzzTest
    void anAddress(@NotNull String target) {
        if (Target.isClear(target, Optional.of(HOST))) {
            String absolute = target.startsWith("/") ? "http://" + HOST + target : target;

            assertThat(URI.create(absolute).getRawAuthority()).isEqualToIgnoringCase(HOST);
            assertThat(absolute.toLowerCase(Locale.ROOT)).startsWith("http");
        }
    }

    static Stream<String> forwardings() {
        return Stream.concat(
                AwkwardTexts.all(),
                Stream.of("198.51.100.1, 10.0.0.2", "2001:db8::1").flatMap(AwkwardTexts::around));
    }

    @MethodSource("forwardings")
    @FuzzTest
    void whoCalls(@NotNull String forwarded) {
        InetAddress client = PROXIES.clientBehind(PROXY, List.of(forwarded));

        assertThat(AddressRange.address(client.getHostAddress())).contains(client);
    }

    static Stream<String> ranges() {
        return Stream.concat(
                AwkwardTexts.all(),
                Stream.of("10.0.0.0/8", "fd00::/8", "::ffff:10.0.0.1", "192.0.2.7/")
                        .flatMap(AwkwardTexts::around));
    }

    @MethodSource("ranges")
    @FuzzTest
    void aRange(@NotNull String text) {
        AddressRange.parse(text).ifPresent(range -> {
            assertThat(range.contains(range.first())).isTrue();
            assertThat(range.prefix()).isBetween(0, 8 * range.first().getAddress().length);
            assertThat(AddressRange.parse(range.first().getHostAddress() + "/" + range.prefix()))
                    .contains(range);
        });
    }
}
