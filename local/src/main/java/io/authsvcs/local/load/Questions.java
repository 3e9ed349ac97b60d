package io.authsvcs.local.load;

import io.authsvcs.local.fault.Fault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the clients of a flood ask: about users of its own, one of whose questions is picked each time. */
public final class Questions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USERS = 5;
    private static final String WRONG = "orange monkey, purple dishwasher";

    private final List<byte[]> requests;

    private Questions(List<byte[]> requests) {
        this.requests = requests;
    }

    /** Whether one token is valid, which it is. */
    public static Questions validates(List<URI> gateways) {
        return new Questions(users(gateways, 1)
                .map(session -> "GET /v1/auth/validate HTTP/1.1\r\nHost: auth\r\nAuthorization: Bearer "
                        + session.token() + "\r\n\r\n")
                .map(Wire::bytes)
                .toList());
    }

    /** Logins of users who are known, every other one with a wrong password. */
    public static Questions logins(List<URI> gateways) {
        return new Questions(users(gateways, USERS)
                .map(Session::person)
                .flatMap(person -> Stream.of(login(person), login(person.withPassword(WRONG))))
                .map(Wire::bytes)
                .toList());
    }

    byte[] pick(RandomGenerator random) {
        return requests.get(random.nextInt(requests.size()));
    }

    private static String login(Person person) {
        String body = JSON.writeValueAsString(Map.of("email", person.email(), "password", person.password()));
        return "POST /v1/auth/login HTTP/1.1\r\nHost: auth\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static Stream<Session> users(List<URI> gateways, int count) {
        try (Caller caller = new Caller(gateways)) {
            Writes writes = new Writes(caller, new Crowd());
            return Stream.generate(() -> writes.newcomer().orElseThrow(Questions::unwell))
                    .limit(count)
                    .toList()
                    .stream();
        }
    }

    private static Fault unwell() {
        return Fault.failed(
                "cluster",
                "The cluster did not register the users of a flood.",
                "authctl status shows who is missing; authctl up starts it.");
    }
}
