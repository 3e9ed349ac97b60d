package io.authsvcs.auth.credential.form;

import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** With the parameters of an instance by default. */
@State(Scope.Thread)
public class PasswordHashBenchmark {
    private final Argon2id argon2id = new Argon2id(19_456, 2);
    private final Scratch scratch = new Scratch(19_456);
    private final byte[] password = "purple monkey dishwasher".getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public String argon2id() {
        return argon2id.hash(password, scratch);
    }
}
