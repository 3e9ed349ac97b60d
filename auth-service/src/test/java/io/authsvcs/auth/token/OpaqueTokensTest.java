package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.token.TokenKinds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokensTest {
    private final MasterKey masterKey = new MasterKey(TestTokens.settings());
    private final ReferenceTokens references = new ReferenceTokens(masterKey);
    private final ApiKeys apiKeys = new ApiKeys(masterKey);
    private final SessionTokens sessionTokens = new SessionTokens(masterKey);
    private final TokenKinds kinds = new TokenKinds(sessionTokens);
    private final SessionId session = SessionId.next();
    private final Subject subject = Subject.next();

    @Test
    void aReferenceTokenFollowsFromItsSessionAlone() {
        assertThat(references.of(session).text())
                .matches("[0-9a-f]{46}")
                .isEqualTo(new ReferenceTokens(masterKey).of(session).text())
                .isNotEqualTo(references.of(SessionId.next()).text());
    }

    @Test
    void anApiKeyFollowsFromItsUserThePartnerAndThePassword() {
        assertThat(apiKeys.of(subject, "acme", 1).text())
                .matches("[A-Za-z0-9]{25}")
                .isEqualTo(new ApiKeys(masterKey).of(subject, "acme", 1).text())
                .isNotEqualTo(apiKeys.of(Subject.next(), "acme", 1).text())
                .isNotEqualTo(apiKeys.of(subject, "other", 1).text())
                .isNotEqualTo(apiKeys.of(subject, "acme", 2).text());
    }

    @Test
    void nobodyElseCanMakeThem() {
        MasterKey another = new MasterKey(TestTokens.settings("another key, of 32 bytes exactly".getBytes(UTF_8)));

        assertThat(new ReferenceTokens(another).of(session).text())
                .isNotEqualTo(references.of(session).text());
        assertThat(new ApiKeys(another).of(subject, "acme", 1).text())
                .isNotEqualTo(apiKeys.of(subject, "acme", 1).text());
        assertThat(kinds.of(new SessionTokens(another).of(session).text())).isInstanceOf(Kind.Jwt.class);
    }

    @Test
    void everyKindIsToldFromTheOthers() {
        OpaqueToken reference = references.of(session);
        OpaqueToken apiKey = apiKeys.of(subject, "acme", 0);

        assertThat(kinds.of(reference.text())).isEqualTo(new Kind.Reference(reference));
        assertThat(kinds.of(apiKey.text())).isEqualTo(new Kind.Reference(apiKey));
        assertThat(kinds.of(sessionTokens.of(session).text())).isEqualTo(new Kind.OfSession(session));
        assertThat(kinds.of("a.b.c")).isEqualTo(new Kind.Jwt("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "ABCDEF", "bde7fd5258bbabd98723bfebcd09350bdfe09e80a8676"})
    void whatIsNoneOfThemIsLeftToTheVerificationOfJwts(String text) {
        assertThat(kinds.of(text)).isEqualTo(new Kind.Jwt(text));
    }

    @Test
    void noneShowsItselfInALog() {
        assertThat(references.of(session).toString())
                .doesNotContain(references.of(session).text());
    }
}
