package io.authsvcs.local.load;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Does each operation once. Where nobody is there to do it for, somebody validates instead; where nobody is left who could
 * change their password, somebody new comes.
 */
record Errands(Reads reads, Writes writes, Crowd crowd) {
    static Errands of(Caller caller, Crowd crowd) {
        return new Errands(new Reads(caller, crowd), new Writes(caller, crowd), crowd);
    }

    Done run(Operation operation, RandomGenerator random) {
        return switch (operation) {
            case VALIDATE -> done(operation, reads.validate(random));
            case VALIDATE_ENDED -> done(operation, reads.validateEnded(random));
            case ME -> done(operation, reads.me(random));
            case SESSIONS -> done(operation, reads.sessions(random));
            case AUTHORIZATION_SESSION -> done(operation, reads.authorizationSession(random));
            case LOGIN -> done(operation, writes.login(random));
            case SLIDE_LOGIN -> done(operation, writes.slideLogin(random));
            case REGISTER -> done(operation, writes.register());
            case REFRESH -> with(refreshable(random), operation, random, writes::refresh);
            case LOGOUT -> with(crowd.live().take(random), operation, random, writes::logout);
            case CHANGE_PASSWORD ->
                crowd.mover()
                        .map(mover -> done(operation, writes.changePassword(mover)))
                        .orElseGet(() -> done(Operation.REGISTER, writes.registerMover()));
        };
    }

    /** What was done in the end, and how that ended. */
    record Done(Operation operation, Ending ending) {}

    private Done with(
            Optional<Session> session, Operation operation, RandomGenerator random, Function<Session, Ending> write) {
        return session.map(taken -> done(operation, write.apply(taken)))
                .orElseGet(() -> done(Operation.VALIDATE, reads.validate(random)));
    }

    private Optional<Session> refreshable(RandomGenerator random) {
        Optional<Session> taken = crowd.live().take(random);
        taken.filter(session -> session.refresh().isEmpty())
                .ifPresent(session -> crowd.live().add(session));
        return taken.filter(session -> session.refresh().isPresent());
    }

    private static Done done(Operation operation, Ending ending) {
        return new Done(operation, ending);
    }
}
