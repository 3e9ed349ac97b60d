package io.authsvcs.local.nemesis;

import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Acts for users whom nobody else acts for, one deed after the other: so it is known what each of them is to expect. Where
 * that is not known any more, the user, or the session, is left alone.
 */
final class Client {
    private static final int MOST_SESSIONS = 4;
    private static final int MOST_ENDED = 200;
    private static final int WHEEL = 1_000;

    private final Shares mix;
    private final Clerk clerk;
    private final RandomGenerator random;
    private final String name;
    private final List<Owner> owners = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    /** @param name that no other client has, of any run */
    Client(Shares mix, Clerk clerk, RandomGenerator random, String name) {
        this.mix = mix;
        this.clerk = clerk;
        this.random = random;
        this.name = name;
    }

    void run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            step(random.nextInt(WHEEL));
        }
    }

    private void step(int point) {
        if (owners.isEmpty() || point < mix.register) {
            register();
        } else {
            step(owners.get(random.nextInt(owners.size())), point);
        }
    }

    private void step(Owner owner, int point) {
        if (owner.sessions() == 0) {
            login(owner);
        } else if (point < mix.login) {
            loginOrRefresh(owner);
        } else if (point < mix.changePassword) {
            changePassword(owner);
        } else if (point < mix.logout) {
            logout(owner);
        } else if (point < mix.validate) {
            validate(owner);
        } else if (point < mix.validateEnded && !ended.isEmpty()) {
            validateEnded(owner);
        } else {
            refresh(owner);
        }
    }

    private void register() {
        Owner owner = new Owner("nemesis-" + name + "-" + UUID.randomUUID() + "@example.com", password());
        Intent intent = intent(Deed.REGISTER, owner, label(), owner.password());
        clerk.have(intent, Calls.register(owner.email(), owner.password())).ifPresent(gain -> {
            owner.hold(intent.session(), Held.of(gain));
            owners.add(owner);
        });
    }

    private void login(Owner owner) {
        Intent intent = intent(Deed.LOGIN, owner, label(), owner.password());
        clerk.have(intent, Calls.login(owner.email(), owner.password()))
                .ifPresent(gain -> owner.hold(intent.session(), Held.of(gain)));
    }

    private void loginOrRefresh(Owner owner) {
        if (owner.sessions() < MOST_SESSIONS) {
            login(owner);
        } else {
            refresh(owner);
        }
    }

    private void refresh(Owner owner) {
        String session = owner.anySession(random);
        Held held = owner.give(session);
        clerk.have(intent(Deed.REFRESH, owner, session, ""), Calls.refresh(held.refresh()))
                .ifPresent(gain -> owner.hold(session, Held.of(gain)));
    }

    private void changePassword(Owner owner) {
        Held held = owner.get(owner.anySession(random));
        String next = password();
        Intent intent = intent(Deed.CHANGE_PASSWORD, owner, label(), next);
        Optional<Gain> gain = clerk.have(intent, Calls.changePassword(held.token(), owner.password(), next));
        gain.ifPresentOrElse(
                pair -> {
                    owner.moveTo(next).forEach(this::remember);
                    owner.hold(intent.session(), Held.of(pair));
                },
                () -> owners.remove(owner));
    }

    private void logout(Owner owner) {
        String session = owner.anySession(random);
        Held held = owner.give(session);
        clerk.have(intent(Deed.LOGOUT, owner, session, ""), Calls.logout(held.token()))
                .ifPresent(_ -> remember(held.token()));
    }

    private void validate(Owner owner) {
        Held held = owner.get(owner.anySession(random));
        check(owner, Calls.validate(held.token()), Calls::saysValid, "A live token was not said to be valid");
    }

    private void validateEnded(Owner owner) {
        String token = ended.get(random.nextInt(ended.size()));
        check(
                owner,
                Calls.validate(token),
                Calls::saysInvalid,
                "A token was not said to be invalid whose session's end had been acknowledged");
    }

    private void check(Owner owner, Request question, Predicate<Answer> truth, String otherwise) {
        clerk.ask(question)
                .filter(truth.negate())
                .ifPresent(answer ->
                        clerk.note(Entry.untrue(intent(Deed.VALIDATE, owner, "", ""), otherwise + ": " + answer)));
    }

    private void remember(String token) {
        if (ended.size() < MOST_ENDED) {
            ended.add(token);
        } else {
            ended.set(random.nextInt(MOST_ENDED), token);
        }
    }

    private static Intent intent(Deed deed, Owner owner, String session, String password) {
        return new Intent(UUID.randomUUID().toString(), deed, owner.email(), session, password);
    }

    private static String label() {
        return UUID.randomUUID().toString();
    }

    private static String password() {
        return "purple monkey " + UUID.randomUUID();
    }
}
