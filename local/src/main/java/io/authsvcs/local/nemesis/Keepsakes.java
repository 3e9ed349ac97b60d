package io.authsvcs.local.nemesis;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.load.Request;
import io.authsvcs.local.process.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was decided before everything ended, and has to hold afterwards.
 *
 * @param revoked the token of a session that was logged out
 * @param reused the pair of a session that ended, for its spent refresh token was used again
 * @param spent the refresh token that a session has spent, which lives by {@code turned}
 * @param email of somebody who has not yet proved it, by {@code code}
 */
public record Keepsakes(String revoked, Gain reused, String spent, Gain turned, String email, String code) {
    private static final String PASSWORD = "purple monkey 9";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** For so long a spent refresh token gets the same pair again, and some more. */
    private static final Duration GRACE = Duration.ofSeconds(11);

    /**
     * @param direct calls an instance where whoever registers has to prove their address first
     * @param mail the folder of the messages to users
     */
    public static Keepsakes leave(Caller caller, Caller direct, Path mail) {
        Asker asker = new Asker(caller, PATIENCE);
        String email = address();
        var _ = done(new Asker(direct, PATIENCE), Calls.register(email, PASSWORD));
        Gain revoked = registered(asker);
        var _ = done(asker, Calls.logout(revoked.token()));
        Gain stolen = registered(asker);
        Gain reused = turned(asker, stolen);
        Gain first = registered(asker);
        Gain turned = turned(asker, first);
        Deadline.in(GRACE).await(() -> false);
        var _ = told(asker, Calls.refresh(stolen.refresh()).under(newKey()));
        String code = new Mailbox(mail).awaitCode(email);
        return new Keepsakes(revoked.token(), reused, first.refresh(), turned, email, code);
    }

    /** What does not hold any more, in sentences. */
    public List<String> lost(Caller caller) {
        Asker asker = new Asker(caller, PATIENCE);
        return Stream.concat(lostSessions(asker), lostCode(asker)).toList();
    }

    private Stream<String> lostSessions(Asker asker) {
        return Stream.of(
                        unless(isInvalid(asker, revoked), "A token is valid again that was revoked."),
                        unless(
                                isInvalid(asker, reused.token()) && isRefused(asker, Calls.refresh(reused.refresh())),
                                "A session lives again that ended when its spent refresh token was used again."),
                        unless(isValid(asker, turned.token()), "A session has ended that nobody had ended."),
                        unless(
                                isRefused(asker, Calls.refresh(spent).under(newKey()))
                                        && isInvalid(asker, turned.token()),
                                "A spent refresh token is good again."))
                .flatMap(List::stream);
    }

    private Stream<String> lostCode(Asker asker) {
        Request activation = Request.post("/v1/auth/activate", Map.of("activationToken", code));
        return Stream.of(
                        unless(
                                isRefused(asker, Calls.login(email, PASSWORD)),
                                "An address counts as proved that was not."),
                        unless(
                                isDone(asker, activation) && isDone(asker, Calls.login(email, PASSWORD)),
                                "An activation code is good no more."))
                .flatMap(List::stream);
    }

    private static Gain registered(Asker asker) {
        return Gain.of(done(asker, Calls.register(address(), PASSWORD)));
    }

    private static Gain turned(Asker asker, Gain pair) {
        return Gain.of(done(asker, Calls.refresh(pair.refresh())));
    }

    private static Answer done(Asker asker, Request request) {
        Answer answer = told(asker, request);
        if (!Calls.isDone(answer)) {
            throw Fault.failed(
                    "cluster",
                    request + " was answered " + answer + ", before anything was done to the cluster.",
                    "authctl status shows who is missing.");
        }
        return answer;
    }

    private static Answer told(Asker asker, Request request) {
        return asker.ask(request)
                .orElseThrow(() -> Fault.failed(
                        "cluster", "Nobody answered " + request + ".", "authctl status shows who is missing."));
    }

    private static boolean isDone(Asker asker, Request request) {
        return Calls.isDone(told(asker, request));
    }

    private static boolean isRefused(Asker asker, Request request) {
        return !isDone(asker, request);
    }

    private static boolean isValid(Asker asker, String token) {
        return Calls.saysValid(told(asker, Calls.validate(token)));
    }

    private static boolean isInvalid(Asker asker, String token) {
        return Calls.saysInvalid(told(asker, Calls.validate(token)));
    }

    private static List<String> unless(boolean kept, String sentence) {
        return kept ? List.of() : List.of(sentence);
    }

    private static String address() {
        return "keepsake-" + UUID.randomUUID() + "@example.com";
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Without tokens. */
    @Override
    public String toString() {
        return "Keepsakes of " + email;
    }
}
