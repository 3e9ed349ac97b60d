package io.authsvcs.auth.token;

import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A token of the length and under a key of the length that an instance has by default. */
@State(Scope.Benchmark)
public class TokenVerificationBenchmark {
    private final KeyRing ring = TestTokens.ring(Instant.now(), TestTokens.key(3072));
    private final String token = TestTokens.signed(ring);
    private final JwtVerifier verifier = TestTokens.verifier(ring);
    private final VerifiedTokens cached = new VerifiedTokens(verifier, ring, TestTokens.settings());

    @Benchmark
    public Object cold() {
        return verifier.verify(token);
    }

    @Benchmark
    public Object cached() {
        return cached.verdict(token);
    }
}
