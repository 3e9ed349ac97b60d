package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which sessions live, as the journal has it? */
record SessionQuestions(Asker asker) {
    List<String> broken(History history) {
        Stream<String> living = history.sessions().stream().flatMap(session -> living(session).stream());
        Stream<String> doubtful = history.doubts().stream().flatMap(doubt -> doubtful(doubt).stream());
        Stream<String> ended = history.ended().stream().flatMap(token -> ended(token).stream());
        return Stream.of(living, doubtful, ended).flatMap(each -> each).toList();
    }

    private Optional<String> living(Held session) {
        if (!isValid(session.token())) {
            return Optional.of("The newest token of a session that lives is not valid.");
        }
        return when(
                pair(Calls.refresh(session.refresh())).filter(this::isValid).isEmpty(),
                "The newest refresh token of a session that lives gets no pair that is good.");
    }

    /** Its repetition under its key, however late, is the same deed: done now, or done before. */
    private Optional<String> doubtful(Doubt doubt) {
        Request request = Calls.refresh(doubt.spent().refresh()).under(doubt.key());
        Optional<Gain> first = pair(request);
        if (first.filter(this::isValid).isEmpty()) {
            return Optional.of("A refresh whose outcome is unknown gets no pair that is good under its key.");
        }
        return when(
                !pair(request).map(Gain::refresh).equals(first.map(Gain::refresh)),
                "A refresh has two outcomes under the same key.");
    }

    private Optional<String> ended(String token) {
        return when(
                asker.ask(Calls.validate(token)).filter(Calls::saysInvalid).isEmpty(),
                "A token is not said to be invalid whose session's end was acknowledged.");
    }

    private Optional<Gain> pair(Request refresh) {
        return asker.ask(refresh).filter(Calls::isDone).map(Gain::of);
    }

    private boolean isValid(Gain gain) {
        return isValid(gain.token());
    }

    private boolean isValid(String token) {
        Optional<Answer> answer = asker.ask(Calls.validate(token));
        return answer.filter(Calls::saysValid).isPresent();
    }

    private static Optional<String> when(boolean broken, String sentence) {
        return broken ? Optional.of(sentence) : Optional.empty();
    }
}
