package io.authsvcs.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils a request in one to three ways. The same random numbers spoil it the same. */
final class Mutations {
    /** Runs of characters at once: one by one, a long text would go deeper than a stack. */
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:=\\[,])\\s*(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[\\w.%+@-]+)");

    private static final int MOST = 3;

    private final RandomGenerator random;

    private interface Mutation {
        Message of(Message message);
    }

    private final List<Mutation> all = List.of(
            this::otherMethod,
            this::otherTarget,
            this::detour,
            this::spoiltTarget,
            this::otherVersion,
            this::moreHeaders,
            this::fewerHeaders,
            this::headerTwice,
            this::spoiltHeader,
            this::otherValue,
            this::otherValue,
            this::otherValue,
            this::spoiltBody,
            this::cutBody,
            this::longBody,
            this::deepBody,
            this::otherBody);

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** What becomes of a documented request; now and then its length is told before it is spoilt last, and so may be wrong. */
    Message spoil(Message documented) {
        Message message = documented;
        int times = random.nextInt(MOST) + 1;
        for (int time = 1; time < times; time++) {
            message = any(all).of(message);
        }
        return random.nextInt(4) == 0
                ? any(all).of(message.measured()).withHeader(0, "Host: a")
                : any(all).of(message).measured().withHeader(0, "Host: a");
    }

    private Message otherMethod(Message message) {
        return message.withMethod(any(Spoilt.METHODS));
    }

    private Message otherTarget(Message message) {
        return message.withTarget(any(Spoilt.TARGETS));
    }

    private Message detour(Message message) {
        String target = message.target();
        List<Integer> slashes = new ArrayList<>();
        for (int at = target.indexOf('/'); at >= 0; at = target.indexOf('/', at + 1)) {
            slashes.add(at);
        }
        if (slashes.isEmpty()) {
            return message.withTarget("/");
        }
        int at = any(slashes);
        return message.withTarget(target.substring(0, at) + any(Spoilt.DETOURS) + target.substring(at + 1));
    }

    private Message spoiltTarget(Message message) {
        return message.withTarget(spoilt(message.target()));
    }

    private Message otherVersion(Message message) {
        return message.withVersion(any(Spoilt.VERSIONS));
    }

    private Message moreHeaders(Message message) {
        return message.withHeader(random.nextInt(message.headers().size() + 1), any(Spoilt.HEADERS));
    }

    private Message fewerHeaders(Message message) {
        List<String> headers = new ArrayList<>(message.headers());
        if (!headers.isEmpty()) {
            headers.remove(random.nextInt(headers.size()));
        }
        return message.withHeaders(headers);
    }

    private Message headerTwice(Message message) {
        return message.headers().isEmpty() ? message : message.withHeader(0, any(message.headers()));
    }

    private Message spoiltHeader(Message message) {
        List<String> headers = new ArrayList<>(message.headers());
        if (!headers.isEmpty()) {
            int place = random.nextInt(headers.size());
            headers.set(place, spoilt(headers.get(place)));
        }
        return message.withHeaders(headers);
    }

    /** In place of one of those in the body, be it JSON or a form. */
    private Message otherValue(Message message) {
        List<MatchResult> values = VALUE.matcher(message.body()).results().toList();
        if (values.isEmpty()) {
            return moreHeaders(message);
        }
        MatchResult value = any(values);
        return message.withBody(message.body().substring(0, value.start())
                + any(Spoilt.VALUES)
                + message.body().substring(value.end()));
    }

    private Message spoiltBody(Message message) {
        return message.withBody(spoilt(message.body()));
    }

    private Message cutBody(Message message) {
        return message.withBody(
                message.body().substring(0, random.nextInt(message.body().length() + 1)));
    }

    private Message longBody(Message message) {
        return message.withBody(message.body() + " ".repeat(random.nextInt(80_000)));
    }

    private Message deepBody(Message message) {
        int depth = random.nextInt(5_000);
        return message.withBody(message.body()
                .replaceFirst(":", Matcher.quoteReplacement(":" + "[".repeat(depth) + "]".repeat(depth) + ",\"z\":")));
    }

    private Message otherBody(Message message) {
        return message.withBody(any(Spoilt.BODIES));
    }

    /** One character more, fewer, or another. */
    private String spoilt(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(2));
        String between = random.nextBoolean() ? String.valueOf((char) random.nextInt(256)) : "";
        return text.substring(0, at) + between + text.substring(end);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
