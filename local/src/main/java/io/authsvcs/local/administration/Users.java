package io.authsvcs.local.administration;

import io.authsvcs.local.fault.Fault;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Whoever can log in. */
public final class Users {
    private static final String USERS = "users";
    private static final int ATTEMPTS = 6;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AdminApi api;

    Users(AdminApi api) {
        this.api = api;
    }

    /** Those that an identifier of this form names, in any spelling. */
    public List<User> find(UserQuery query) {
        return Json.readAll(
                api.demand(api.to(USERS, Map.of(query.field(), query.value())), "The search", "Try another identifier.")
                        .path(USERS),
                User.class);
    }

    /**
     * Imports some lines, one user each. While the cluster can't, it is asked again, a few times: what it had done
     * already counts as existing then, if it does not recognize the repeat as one.
     *
     * @param lines JSON, at most 64 KiB and 500 lines
     * @param pause waits for as long as it is told
     */
    public ImportedChunk importLines(byte[] lines, Consumer<Duration> pause) {
        HttpRequest.Builder request = api.to(USERS, "import")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(lines));
        Optional<Reply> reply = api.send(request);
        for (int attempt = 1; attempt < ATTEMPTS && isForLater(reply); attempt++) {
            pause.accept(pauseBeforeNextAfter(reply));
            reply = api.send(request);
        }
        return imported(reply.orElseThrow(api::silent));
    }

    /** Softly: their record stays, and they log in no more. */
    public void delete(String id) {
        api.demand(api.to(USERS, id).DELETE(), "Deleting user " + id, "authctl users find shows who there is.");
    }

    private static boolean isForLater(Optional<Reply> reply) {
        return reply.isEmpty() || reply.get().isForLater();
    }

    private static Duration pauseBeforeNextAfter(Optional<Reply> reply) {
        Duration asked = reply.flatMap(Reply::retryAfter).orElse(SHORTEST_PAUSE);
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static ImportedChunk imported(Reply reply) throws Fault {
        if (!reply.isOk()) {
            throw AdminApi.refused("The import", reply, "authctl users import --help shows what a line looks like.");
        }
        return Json.read(reply.result(), ImportedChunk.class);
    }
}
