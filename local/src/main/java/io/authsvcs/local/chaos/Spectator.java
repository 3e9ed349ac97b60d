package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Tally;
import java.util.function.Supplier;

/** Who watches an experiment while it is held. */
public interface Spectator {
    /** It begins; what is given is cheap to look at. */
    Watching begin(Supplier<Tally.Glance> glance);

    static Spectator none() {
        return glance -> () -> {};
    }

    /** Until it is closed. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
