package io.authsvcs.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends a gateway what nobody should send, and looks at what it makes of it. */
public final class Fuzz {
    /** Of requests by one user, who may have changed or ended anything of theirs by the last. */
    private static final int BATCH = 200;

    /** Some wait for seconds, for a body that is not to come. */
    private static final int AT_ONCE = 50;

    private static final int SHOWN = 10;
    private static final int EXCERPT = 2_000;

    private final Caller caller;
    private final Supplier<Names> users;
    private final List<Message> documented = Documented.requests();

    /** @param users somebody new each time, by the names of documented requests: {@code email}, {@code token} */
    public Fuzz(URI gateway, Supplier<Names> users) {
        this.caller = new Caller(gateway);
        this.users = users;
    }

    private record Shot(String reply, Optional<Complaint> complaint) {}

    /** So many of them; the same seed picks the same. */
    public Tally run(int requests, long seed) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Shot> shots = IntStream.iterate(0, first -> first < requests, first -> first + BATCH)
                    .mapToObj(first -> batch(first, Math.min(BATCH, requests - first), seed))
                    .flatMap(batch -> together(batch, threads).stream())
                    .toList();
            return tally(shots, seed);
        }
    }

    private List<Callable<Shot>> batch(int first, int size, long seed) {
        Names names = users.get();
        return IntStream.range(first, first + size)
                .<Callable<Shot>>mapToObj(number -> () -> shoot(number, seed, names))
                .toList();
    }

    private static List<Shot> together(List<Callable<Shot>> batch, ExecutorService threads) {
        try {
            return threads.invokeAll(batch).stream().map(Fuzz::resultOf).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was under way", interrupted);
        }
    }

    private static Shot resultOf(Future<Shot> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> throw new IllegalStateException("A request could not be made", done.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("A request was given up");
        };
    }

    private Shot shoot(int number, long seed, Names names) {
        // Of its number alone, whoever was faster before it.
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        Message whole = documented.get(number % documented.size()).with(text -> names.in(text, seed + number));
        Message spoilt = new Mutations(random).spoil(whole);
        byte[] request = spoilt.bytes();
        boolean bodiless = spoilt.method().equals("HEAD");
        Reply reply = caller.send(request, bodiless);
        return new Shot(
                nameOf(reply),
                Judge.complaint(spoilt.shape(), bodiless, reply)
                        .map(what -> new Complaint(
                                number, what, excerpt(new String(request, ISO_8859_1)), excerpt(reply.toString()))));
    }

    private static Tally tally(List<Shot> shots, long seed) {
        Map<String, Long> replies = shots.stream().collect(Collectors.groupingBy(Shot::reply, Collectors.counting()));
        List<Complaint> complaints =
                shots.stream().flatMap(shot -> shot.complaint().stream()).toList();
        return new Tally(
                seed,
                shots.size(),
                replies,
                complaints.size(),
                complaints.stream().limit(SHOWN).toList());
    }

    private static String nameOf(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> String.valueOf(answer.status());
            case Reply.Closed _ -> "closed";
            case Reply.Silence _ -> "silence";
            case Reply.Garbage _ -> "garbage";
        };
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
