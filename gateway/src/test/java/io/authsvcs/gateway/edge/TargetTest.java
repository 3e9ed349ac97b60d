package io.authsvcs.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final Optional<String> HOST = Optional.of("a:80");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/auth/me",
                "/v1/auth/validate/a.b-c_d~e",
                "/a;b=c,d/@:!$&'()*+",
                "/%41%c3%A4?a[]=b&c=%20/?d",
                "/?",
                "//a",
                "http://a:80",
                "HTTP://A:80/v1/auth/me",
                "https://a:80?b"
            })
    void whatIsAnAddressOfItsHostIsClear(String target) {
        assertThat(Target.isClear(target, HOST)).isTrue();
        assertThat(URI.create(target.startsWith("/") ? "http://a:80" + target : target))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a:443",
                "v1/auth/me",
                "/a#b",
                "/a?b#c",
                "/a b",
                "/a|b",
                "/a\\b",
                "/a\"b",
                "/a<b",
                "/a^b",
                "/a`b",
                "/{a}",
                "/[a]",
                "/a?b={}",
                "/%",
                "/%4",
                "/%4g",
                "/%zz",
                "/a?%",
                "/\u00e4",
                "/\u0000",
                "/\u007f",
                "http://a/v1",
                "http://b:80/v1",
                "http://c@a:80/v1",
                "http:///v1",
                "http://a:80/#b",
                "ftp://a:80/v1"
            })
    void whatIsNoneIsNot(String target) {
        assertThat(Target.isClear(target, HOST)).isFalse();
    }

    @Test
    void whoNamesAHostInItsTargetAloneNamesNone() {
        assertThat(Target.isClear("http://a/v1", Optional.empty())).isFalse();
        assertThat(Target.isClear("/v1", Optional.empty())).isTrue();
    }

    @Test
    void itMayBeLong() {
        assertThat(Target.isClear("/" + "a%41".repeat(100_000) + "?" + "%41".repeat(100_000), HOST))
                .isTrue();
    }
}
