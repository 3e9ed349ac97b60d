package io.authsvcs.local.http;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Somebody at an address of this machine, who asks one thing after the other on a connection that is kept. */
public final class Stranger implements AutoCloseable {
    private final InetAddress source;
    private final URI door;
    private final Witness witness;
    private Optional<Connection> kept = Optional.empty();

    public Stranger(InetAddress source, URI door, Witness witness) {
        this.source = source;
        this.door = door;
        this.witness = witness;
    }

    /** Where a kept connection has ended meanwhile, it is asked on another one; nobody answering there is a {@link Fault}. */
    public Answer ask(Question question) {
        Answer answer = onKept(question).orElseGet(() -> onAnother(question));
        if (answer.values("Connection").anyMatch("close"::equalsIgnoreCase)) {
            close();
        }
        witness.saw(question, answer);
        return answer;
    }

    /** Connects, if that is not so yet: a first answer does not take longer then. */
    public void connect() {
        try {
            open();
        } catch (IOException refused) {
            throw silent(refused);
        }
    }

    private Optional<Answer> onKept(Question question) {
        try {
            return kept.isPresent() ? Optional.of(kept.get().ask(question)) : Optional.empty();
        } catch (IOException ended) {
            close();
            return Optional.empty();
        }
    }

    private Answer onAnother(Question question) {
        try {
            return open().ask(question);
        } catch (IOException refused) {
            close();
            throw silent(refused);
        }
    }

    private Connection open() throws IOException {
        Connection open = kept.isPresent() ? kept.get() : Connection.from(source, door);
        kept = Optional.of(open);
        return open;
    }

    private Fault silent(IOException refused) {
        return Fault.failed(
                        "gateway",
                        "Nobody answers at " + door + " to " + source.getHostAddress() + ": " + refused.getMessage(),
                        "authctl status shows who is missing. Linux has all addresses of 127.0.0.0/8; elsewhere each has"
                                + " to be added: ifconfig lo0 alias " + source.getHostAddress() + ".")
                .causedBy(refused);
    }

    @Override
    public void close() {
        try {
            if (kept.isPresent()) {
                kept.get().close();
            }
            kept = Optional.empty();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    @Override
    public String toString() {
        return source.getHostAddress();
    }
}
