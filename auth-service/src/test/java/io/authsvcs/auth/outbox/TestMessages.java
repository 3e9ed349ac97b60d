package io.authsvcs.auth.outbox;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.action.ActionId;
import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.token.ActionTokens;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes messages into the outbox of a database, and looks what became of them. */
final class TestMessages {
    private final TestInstance instance;
    private final Database database;

    TestMessages(TestInstance instance) {
        this.instance = instance;
        this.database = instance.bean(Database.class);
    }

    /** Somebody new is sent what resets a password. */
    ActionId to(String email) {
        ActionId action = ActionId.next(Purpose.RESET_PASSWORD);
        Subject subject = Subject.next();
        database.inTransaction(instance.bean(Identities.class)
                        .add(somebody(subject, email))
                        .then(instance.bean(Actions.class).issue(action, subject))
                        .then(instance.bean(Outbox.class).add(action)))
                .block();
        return action;
    }

    String token(ActionId action) {
        return instance.bean(ActionTokens.class).of(action.purpose(), action.id());
    }

    List<Map<String, Object>> rows() {
        return Objects.requireNonNull(database.sql("SELECT * FROM outbox ORDER BY id")
                .fetch()
                .all()
                .collectList()
                .block());
    }

    private static NewIdentity somebody(Subject subject, String email) {
        return new NewIdentity(
                subject, NewIdentity.Names.of(Email.parse(email).orElseThrow()), Roles.USUAL, IdentityStatus.ACTIVE);
    }
}
