package io.authsvcs.auth.api;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;

/** Two instances on one database, started once for all tests that only add to it. */
public final class TestPair {
    public static final String DATABASE = TestDatabase.create();
    public static final TestInstance ONE = TestInstance.start(DATABASE);
    public static final TestInstance OTHER = TestInstance.start(DATABASE);

    private TestPair() {}

    public static TestApi one() {
        return new TestApi(ONE);
    }

    public static TestApi other() {
        return new TestApi(OTHER);
    }
}
