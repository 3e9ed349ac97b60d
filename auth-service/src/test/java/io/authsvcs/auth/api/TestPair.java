package io.authsvcs.auth.api;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;

/** Two instances on one database, started once for all tests that only add to it. */
final class TestPair {
    static final String DATABASE = TestDatabase.create();
    static final TestInstance ONE = TestInstance.start(DATABASE);
    static final TestInstance OTHER = TestInstance.start(DATABASE);

    private TestPair() {}

    static TestApi one() {
        return new TestApi(ONE);
    }

    static TestApi other() {
        return new TestApi(OTHER);
    }
}
