package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.load.Reply;
import io.authsvcs.local.load.Request;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Has one thing done at a time, and writes it down. Where an answer is lost, one half of the deeds are repeated under
 * their key until there is one, and the others are left unknown; what no gateway took was not sent, and is sent later.
 */
record Clerk(Caller caller, Journal journal, Score score, RandomGenerator random) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Whoever went on at once would leave all that there is unknown while nobody serves. */
    private static final Duration DISAPPOINTMENT = Duration.ofSeconds(1);

    /** What was gained by it; empty where it was not acknowledged. */
    Optional<Gain> have(Intent intent, Request request) {
        journal.write(Entry.begun(intent));
        Entry entry = entry(intent, send(request.under(intent.key())));
        note(entry);
        if (entry.phase() == Phase.UNKNOWN) {
            pass(DISAPPOINTMENT);
        }
        return Optional.of(entry.gain()).filter(_ -> entry.phase() == Phase.ACKNOWLEDGED);
    }

    /** The answer to a question, if there was one. */
    Optional<Answer> ask(Request request) {
        return Asker.answerIn(caller.send(request));
    }

    void note(Entry entry) {
        journal.write(entry);
        score.count(entry.phase());
    }

    private Reply send(Request request) {
        boolean insists = random.nextBoolean();
        Deadline deadline = Deadline.in(PATIENCE);
        Reply reply = caller.send(request);
        while (isWorthRepeating(reply, insists) && !deadline.passed()) {
            pass(PAUSE);
            score.repeated();
            reply = caller.send(request);
        }
        return reply;
    }

    private static boolean isWorthRepeating(Reply reply, boolean insists) {
        return reply instanceof Reply.Refused
                || (insists && Asker.answerIn(reply).isEmpty());
    }

    private static Entry entry(Intent intent, Reply reply) {
        return Asker.answerIn(reply)
                .map(answer -> entry(intent, answer))
                .orElseGet(() -> Entry.unknown(intent, why(reply)));
    }

    private static Entry entry(Intent intent, Answer answer) {
        Gain gain = Gain.of(answer);
        if (!Calls.isDone(answer)) {
            return Entry.refused(intent, answer.toString());
        }
        return gain.isPair() || intent.deed() == Deed.LOGOUT
                ? Entry.acknowledged(intent, gain)
                : Entry.refused(intent, "the answer had no tokens");
    }

    private static String why(Reply reply) {
        return switch (reply) {
            case Reply.Given(Answer answer) -> answer.toString();
            case Reply.Refused() -> "every gateway refused the connection";
            case Reply.None(String words) -> words;
        };
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }
}
