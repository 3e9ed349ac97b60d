package io.authsvcs.local.load;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Picks by shares; what is above the cap of logins is validated instead. */
final class Mix {
    private static final int THOUSAND = 1_000;

    private final List<Operation> wheel = new ArrayList<>();

    Mix(int rate, int logins) {
        int most = Math.toIntExact((long) logins * THOUSAND / rate);
        for (Operation operation : Operation.values()) {
            int share = operation == Operation.LOGIN ? Math.min(operation.share(), most) : operation.share();
            add(operation, share);
        }
        add(Operation.VALIDATE, THOUSAND - wheel.size());
    }

    Operation pick(RandomGenerator random) {
        return wheel.get(random.nextInt(wheel.size()));
    }

    private void add(Operation operation, int share) {
        for (int slot = 0; slot < share; slot++) {
            wheel.add(operation);
        }
    }
}
