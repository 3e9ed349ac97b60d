package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final Random random = new Random(7);
    private final Pool pool = new Pool(0, 2);

    @Test
    void whatSomebodyAsksAboutIsNotTakenOut() {
        pool.add(session("a"));
        Session held = pool.hold(random);
        pool.hold(random);
        pool.release(held);

        assertThat(pool.take(random)).isEmpty();
        pool.release(held);
        assertThat(pool.take(random)).contains(held);
    }

    @Test
    void soManyAreNeverTakenOut() {
        Pool keeping = new Pool(1, 2);
        keeping.add(session("a"));
        keeping.add(session("b"));

        assertThat(keeping.take(random)).isPresent();
        assertThat(keeping.take(random)).isEmpty();
    }

    @Test
    void noMoreAreKeptThanItHasRoomFor() {
        pool.add(session("a"));
        pool.add(session("b"));
        pool.add(session("c"));

        assertThat(pool.take(random)).isPresent();
        assertThat(pool.take(random)).isPresent();
        assertThat(pool.take(random)).isEmpty();
    }

    private static Session session(String token) {
        return new Session(new Person("id", "mail", "password"), token, Optional.empty());
    }
}
