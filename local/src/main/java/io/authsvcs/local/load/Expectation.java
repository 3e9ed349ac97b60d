package io.authsvcs.local.load;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an operation's contract says of its answer.
 *
 * @param status of the good one
 * @param format of a 503
 * @param complaint about the body of a good one; empty where it is true
 */
record Expectation(int status, Format format, Function<Answer, Optional<String>> complaint) {
    private static final String SENTENCE = "The server is currently unable to handle the request due to a temporary"
            + " overloading or maintenance of the server. The implication is that this is a temporary condition which"
            + " will be alleviated after some delay";

    static Expectation of(int status) {
        return new Expectation(status, Format.ENVELOPE, answer -> Optional.empty());
    }

    Expectation in(Format other) {
        return new Expectation(status, other, complaint);
    }

    /** What was demanded before is looked at before. */
    Expectation that(Predicate<Answer> fact, String otherwise) {
        return new Expectation(
                status,
                format,
                answer -> complaint
                        .apply(answer)
                        .or(() -> fact.test(answer) ? Optional.empty() : Optional.of(otherwise)));
    }

    Ending judge(Reply reply) {
        return switch (reply) {
            case Reply.Given(Answer answer) -> judge(answer);
            case Reply.Refused() -> new Ending.Lost("every gateway refused the connection");
            case Reply.None(String why) -> new Ending.Lost(why);
        };
    }

    private Ending judge(Answer answer) {
        if (answer.isUnavailable()) {
            return new Ending.Unavailable(answer.saysWhen() && format.saysSo(answer), Excerpt.of(answer.body()));
        }
        if (answer.isLate()) {
            return new Ending.Late(Excerpt.of(answer.body()));
        }
        if (answer.status() != status) {
            return wrong(answer, "status " + answer.status() + " in place of " + status);
        }
        return complaint
                .apply(answer)
                .<Ending>map(why -> wrong(answer, why))
                .orElseGet(() -> new Ending.AsPromised(answer.status()));
    }

    private static Ending wrong(Answer answer, String why) {
        return new Ending.Wrong(answer.status(), why, Excerpt.of(answer.body()));
    }

    /** How an API tells that nobody can serve now. */
    enum Format {
        ENVELOPE {
            @Override
            boolean saysSo(Answer answer) {
                return answer.at("/statusCode").asInt(0) == 503
                        && answer.text("/statusDescription").equals(SENTENCE)
                        && !answer.text("/result/reason").isEmpty();
            }
        },
        SLIDE {
            @Override
            boolean saysSo(Answer answer) {
                return answer.text("/status").equals("error")
                        && !answer.text("/message").isEmpty();
            }
        },
        AUTHORIZATION {
            @Override
            boolean saysSo(Answer answer) {
                return !answer.text("/errors/0").isEmpty();
            }
        };

        abstract boolean saysSo(Answer answer);
    }
}
