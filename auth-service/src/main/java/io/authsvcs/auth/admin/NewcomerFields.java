package io.authsvcs.auth.admin;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordHash;
import io.authsvcs.auth.credential.PasswordHash.Reading;
import io.authsvcs.auth.flow.ImportUsers.Newcomer;
import io.authsvcs.auth.flow.ImportUsers.Proof;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.MovedIdentity;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the fields of somebody who comes from another system. */
@Component
class NewcomerFields {
    private static final String HASH = "passwordHash";
    private static final String PASSWORD = "password";

    private final IdentityFields identityFields;
    private final AttributeFields attributeFields;

    NewcomerFields(IdentityFields identityFields, AttributeFields attributeFields) {
        this.identityFields = identityFields;
        this.attributeFields = attributeFields;
    }

    /** @return empty where something was wrong, of which the fields tell */
    Optional<Newcomer> read(Fields fields) {
        Subject subject = fields.parsed("userID", UserId::parse, "Must be a UUID")
                .map(UserId::subject)
                .orElseGet(Subject::next);
        NewIdentity.Names names = identityFields.names(fields);
        List<String> roles = identityFields.roles(fields).orElse(Roles.USUAL);
        IdentityStatus status = status(fields);
        Proof proof = proof(fields);
        Optional<Integer> number = fields.number("number", 1, MovedIdentity.LARGEST_NUMBER);
        Attributes attributes =
                fields.object("attributes").map(attributeFields::read).orElse(Attributes.NONE);
        return Optional.of(fields)
                .filter(read -> read.errors().isEmpty())
                .map(right -> new NewIdentity(subject, names, roles, status))
                .map(identity -> new Newcomer(new MovedIdentity(identity, number, attributes), proof));
    }

    private static IdentityStatus status(Fields fields) {
        return fields.parsed(
                        "status",
                        text -> IdentityStatus.find(text).filter(status -> status != IdentityStatus.DELETED),
                        "Must be active, pending or disabled")
                .orElse(IdentityStatus.ACTIVE);
    }

    private static Proof proof(Fields fields) {
        if (fields.has(HASH) && fields.has(PASSWORD)) {
            fields.reject(HASH, "Can't be given beside password");
        }
        return fields.has(HASH) ? hashed(fields) : plain(fields);
    }

    private static Proof hashed(Fields fields) {
        return switch (PasswordHash.parse(fields.required(HASH))) {
            case Reading.Accepted(PasswordHash hash) -> new Proof.Hashed(hash);
            case Reading.Refused(String reason) -> {
                fields.reject(HASH, reason);
                yield new Proof.None();
            }
        };
    }

    private static Proof plain(Fields fields) {
        return fields.parsed(PASSWORD, NewcomerFields::password, "Must be 1 to 1,024 bytes long")
                .<Proof>map(Proof.Plain::new)
                .orElseGet(Proof.None::new);
    }

    private static Optional<Password> password(String text) {
        return Optional.of(new Password(text)).filter(Password::isPossible);
    }
}
