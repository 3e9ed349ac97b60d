package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.load.Reply;
import io.authsvcs.local.load.Request;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks again until it is told something. */
record Asker(Caller caller, Duration patience) {
    private static final int SERVER_ERROR = 500;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    /** Empty when nobody could say in time. */
    Optional<Answer> ask(Request request) {
        List<Answer> told = new ArrayList<>();
        Deadline.in(patience).await(() -> {
            Optional<Answer> answer = answerIn(caller.send(request));
            answer.ifPresent(told::add);
            return answer.isPresent();
        });
        return told.stream().findFirst();
    }

    /** What tells what was done; a failure, or "later", does not. */
    static Optional<Answer> answerIn(Reply reply) {
        return switch (reply) {
            case Reply.Given(Answer answer) when tells(answer.status()) -> Optional.of(answer);
            case Reply.Given _, Reply.Refused _, Reply.None _ -> Optional.empty();
        };
    }

    private static boolean tells(int status) {
        return status < SERVER_ERROR && status != TIMEOUT && status != TOO_MANY;
    }
}
