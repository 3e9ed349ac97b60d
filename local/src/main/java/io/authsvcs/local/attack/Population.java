package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.administration.ImportedChunk;
import io.authsvcs.local.administration.Users;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes people, by the administrators' import. */
record Population(Users users, Vault vault) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Each is hashed, within a gateway's patience. */
    private static final int PASSWORDS_A_CALL = 4;

    private static final int HASHES_A_CALL = 200;

    /** With hashes of our own. */
    List<Person> active(int count) {
        return made(count, PASSWORDS_A_CALL, person -> line(person, "active"));
    }

    List<Person> disabled(int count) {
        return made(count, PASSWORDS_A_CALL, person -> line(person, "disabled"));
    }

    /** Who have not yet proved that their address is theirs. */
    List<Person> pending(int count) {
        return made(count, PASSWORDS_A_CALL, person -> line(person, "pending"));
    }

    List<Person> deleted(int count) {
        List<Person> people = active(count);
        people.forEach(person -> users.delete(person.id()));
        return people;
    }

    /** With hashes of somebody else's, which cost nothing to make. */
    List<Person> moved(int count) {
        return made(
                count,
                HASHES_A_CALL,
                person ->
                        Map.of("userID", person.id(), "email", person.email(), "passwordHash", "{md5}" + md5(person)));
    }

    private List<Person> made(int count, int aCall, Function<Person, Map<String, String>> line) {
        List<Person> people = Stream.generate(Person::any).limit(count).toList();
        people.forEach(person -> vault.keep(person.password()));
        IntStream.iterate(0, first -> first < count, first -> first + aCall)
                .mapToObj(first -> people.subList(first, Math.min(count, first + aCall)))
                .forEach(chunk -> bringIn(chunk, line));
        return people;
    }

    private void bringIn(List<Person> chunk, Function<Person, Map<String, String>> line) {
        String lines = chunk.stream().map(line).map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
        ImportedChunk imported = users.importLines(lines.getBytes(UTF_8), Population::pass);
        if (imported.imported() < chunk.size()) {
            throw Fault.failed(
                    "cluster",
                    "Of " + chunk.size() + " people " + imported.imported() + " could be made: " + imported.refused(),
                    "authctl users import says what a line looks like.");
        }
    }

    private static Map<String, String> line(Person person, String status) {
        return Map.of("userID", person.id(), "email", person.email(), "password", person.password(), "status", status);
    }

    private static String md5(Person person) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(person.password().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JDK has no MD5", impossible);
        }
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }
}
