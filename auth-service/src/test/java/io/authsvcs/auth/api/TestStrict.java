package io.authsvcs.auth.api;

import io.authsvcs.auth.TestInstance;

/** An instance beside those of {@link TestPair} that asks auditors and bankers for a second factor, as they don't yet. */
public final class TestStrict {
    public static final TestInstance INSTANCE =
            TestInstance.start(TestPair.DATABASE, "auth.second-factor.roles=auditor,banker");

    private TestStrict() {}
}
