package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who logs in with what, as the journal has it? */
record PasswordQuestions(Asker asker) {
    private static final int UNAUTHORIZED = 401;
    private static final int CREATED = 201;

    List<String> broken(History history) {
        return history.password()
                .map(password -> ofSomebody(history, password))
                .orElseGet(() -> history.perhaps().stream()
                        .flatMap(password -> ofNobody(history, password).stream())
                        .toList());
    }

    private List<String> ofSomebody(History history, String password) {
        Stream<String> old = history.previous().stream()
                .filter(previous -> !isRefused(history, previous))
                .map(previous -> "A password logs in that was changed.");
        return Stream.concat(current(history, password).stream(), old).toList();
    }

    private Optional<String> current(History history, String password) {
        if (history.perhaps().isEmpty()) {
            return when(!logsIn(history, password), "The password that was acknowledged last does not log in.");
        }
        String perhaps = history.perhaps().get();
        return when(
                !isOneOfThem(history, password, perhaps),
                "Of two passwords, one of which must be the right one, not exactly one logs in.");
    }

    private boolean isOneOfThem(History history, String one, String other) {
        return logsIn(history, one) ? isRefused(history, other) : isRefused(history, one) && logsIn(history, other);
    }

    /** A registration that was not acknowledged was done, or its address is free. */
    private Optional<String> ofNobody(History history, String password) {
        return when(
                !logsIn(history, password) && !isFree(history, password),
                "A registration whose outcome is unknown was done by half: nobody logs in, and the address is taken.");
    }

    private boolean logsIn(History history, String password) {
        return login(history, password).filter(Calls::isDone).isPresent();
    }

    private boolean isRefused(History history, String password) {
        return login(history, password)
                .filter(answer -> answer.status() == UNAUTHORIZED)
                .isPresent();
    }

    private boolean isFree(History history, String password) {
        return asker.ask(Calls.register(history.user(), password))
                .filter(answer -> answer.status() == CREATED)
                .isPresent();
    }

    private Optional<Answer> login(History history, String password) {
        return asker.ask(Calls.login(history.user(), password));
    }

    private static Optional<String> when(boolean broken, String sentence) {
        return broken ? Optional.of(sentence) : Optional.empty();
    }
}
