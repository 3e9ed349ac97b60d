package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.persistence.Nullable;
import io.r2dbc.spi.Readable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of {@code identities}. */
@Component
public class IdentityRows {
    static final String COLUMNS =
            "id, email, phone_number, user_name, first_name, last_name, company, roles, status, second_factor_id,"
                    + " session_generation, created_at, updated_at";

    private final Database database;

    IdentityRows(Database database) {
        this.database = database;
    }

    Mono<Identity> find(Subject subject) {
        return database.guard(database.sql("SELECT " + COLUMNS + " FROM identities WHERE id = :id")
                .bind("id", subject.id())
                .map(IdentityRows::read)
                .one());
    }

    Mono<Identity> activate(Subject subject) {
        return database.guard(database.sql("""
                        UPDATE identities SET status = 'active', confirmed_email_key = email_key, updated_at = now()
                        WHERE id = :id AND status = 'pending' RETURNING\s""" + COLUMNS)
                .bind("id", subject.id())
                .map(IdentityRows::read)
                .one());
    }

    Mono<Void> confirmEmail(Subject subject) {
        return database.guard(database.sql("UPDATE identities SET confirmed_email_key = email_key WHERE id = :id")
                .bind("id", subject.id())
                .then());
    }

    Mono<Identity> insert(NewIdentity identity) {
        return database.guard(database.sql("""
                        INSERT INTO identities (id, email, email_key, phone_number, user_name, user_name_key,
                            first_name, last_name, company, roles, status)
                        VALUES (:id, :email, :emailKey, :phoneNumber, :userName, :userNameKey,
                            :firstName, :lastName, :company, :roles, :status)
                        RETURNING\s""" + COLUMNS)
                .bind("id", identity.subject().id())
                .bind("email", Nullable.text(identity.names().email().map(Identifier.Email::address)))
                .bind("emailKey", Nullable.text(identity.names().email().map(Identifier.Email::key)))
                .bind(
                        "phoneNumber",
                        Nullable.text(identity.names().phoneNumber().map(Identifier.PhoneNumber::e164)))
                .bind("userName", Nullable.text(identity.names().userName().map(Identifier.UserName::name)))
                .bind("userNameKey", Nullable.text(identity.names().userName().map(Identifier.UserName::key)))
                .bind("firstName", Nullable.text(identity.names().firstName()))
                .bind("lastName", Nullable.text(identity.names().lastName()))
                .bind("company", Nullable.text(identity.names().company()))
                .bind("roles", identity.roles().toArray(String[]::new))
                .bind("status", identity.status().stored())
                .map(IdentityRows::read)
                .one());
    }

    /** Disabled ones count, deleted ones don't. */
    Mono<Boolean> haveAdministrator() {
        return database.guard(database.sql("""
                        SELECT EXISTS (SELECT 1 FROM identities WHERE :role = ANY (roles) AND status <> 'deleted') AS found
                        """)
                .bind("role", Roles.ADMINISTRATOR)
                .map(row -> new Columns(row).flag("found"))
                .one());
    }

    Mono<Void> lock(Subject subject) {
        return database.guard(database.sql("SELECT id FROM identities WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", subject.id())
                .then());
    }

    Mono<Identity> raiseGeneration(Subject subject) {
        return database.guard(database.sql("""
                        UPDATE identities SET session_generation = session_generation + 1, updated_at = now()
                        WHERE id = :id RETURNING\s""" + COLUMNS)
                .bind("id", subject.id())
                .map(IdentityRows::read)
                .one());
    }

    /** Empty where neither an e-mail address nor a phone number would be left. */
    Mono<Identity> update(Subject subject, ProfileChange change) {
        return database.guard(database.sql("""
                        UPDATE identities SET
                            email = CASE WHEN :setEmail THEN :email ELSE email END,
                            email_key = CASE WHEN :setEmail THEN :emailKey ELSE email_key END,
                            phone_number = CASE WHEN :setPhoneNumber THEN :phoneNumber ELSE phone_number END,
                            user_name = CASE WHEN :setUserName THEN :userName ELSE user_name END,
                            user_name_key = CASE WHEN :setUserName THEN :userNameKey ELSE user_name_key END,
                            first_name = CASE WHEN :setFirstName THEN :firstName ELSE first_name END,
                            last_name = CASE WHEN :setLastName THEN :lastName ELSE last_name END,
                            company = CASE WHEN :setCompany THEN :company ELSE company END,
                            updated_at = now()
                        WHERE id = :id
                            AND (CASE WHEN :setEmail THEN :email ELSE email END IS NOT NULL
                                OR CASE WHEN :setPhoneNumber THEN :phoneNumber ELSE phone_number END IS NOT NULL)
                        RETURNING\s""" + COLUMNS)
                .bind("id", subject.id())
                .bind("setEmail", change.email().given())
                .bind("email", Nullable.text(change.email().value().map(Identifier.Email::address)))
                .bind("emailKey", Nullable.text(change.email().value().map(Identifier.Email::key)))
                .bind("setPhoneNumber", change.phoneNumber().given())
                .bind("phoneNumber", Nullable.text(change.phoneNumber().value().map(Identifier.PhoneNumber::e164)))
                .bind("setUserName", change.userName().given())
                .bind("userName", Nullable.text(change.userName().value().map(Identifier.UserName::name)))
                .bind("userNameKey", Nullable.text(change.userName().value().map(Identifier.UserName::key)))
                .bind("setFirstName", change.firstName().given())
                .bind("firstName", Nullable.text(change.firstName().value()))
                .bind("setLastName", change.lastName().given())
                .bind("lastName", Nullable.text(change.lastName().value()))
                .bind("setCompany", change.company().given())
                .bind("company", Nullable.text(change.company().value()))
                .map(IdentityRows::read)
                .one());
    }

    /** An identity out of any row that has all columns of {@code identities}. */
    public static Identity read(Readable row) {
        Columns columns = new Columns(row);
        return new Identity(
                new Subject(columns.uuid("id")),
                new Identity.Names(
                        columns.findText("email"),
                        columns.findText("phone_number"),
                        columns.findText("user_name"),
                        columns.findText("first_name"),
                        columns.findText("last_name"),
                        columns.findText("company")),
                columns.texts("roles"),
                IdentityStatus.of(columns.text("status")),
                columns.findUuid("second_factor_id").isPresent(),
                columns.number("session_generation"),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }
}
