package io.authsvcs.auth.http;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.identity.Edit;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.identity.ProfileChange;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The fields that describe somebody, with what is told where they can't be. */
@Component
public class IdentityFields {
    private static final int LONGEST_NAME = 200;

    private final PhoneNumbers phoneNumbers;
    private final PasswordPolicy policy;

    IdentityFields(PhoneNumbers phoneNumbers, PasswordPolicy policy) {
        this.phoneNumbers = phoneNumbers;
        this.policy = policy;
    }

    public Optional<Email> email(Fields fields) {
        return fields.parsed("email", Email::parse, "Must be an e-mail address");
    }

    public Optional<PhoneNumber> phoneNumber(Fields fields) {
        return fields.parsed("phoneNumber", phoneNumbers::parse, "Must be a phone number");
    }

    public Optional<UserName> userName(Fields fields) {
        return fields.parsed(
                "userName",
                UserName::parse,
                "Must be 1 to 64 letters, digits, dots, hyphens and underscores, at least one of them a letter");
    }

    /** {@code firstName}, {@code lastName} or {@code company}. */
    public Optional<String> name(Fields fields, String field) {
        return fields.text(field, LONGEST_NAME);
    }

    /** A password that is to be set. */
    public Password newPassword(Fields fields, String field) {
        Password password = new Password(fields.required(field));
        if (fields.accepts(field)) {
            policy.objection(password).ifPresent(reason -> fields.reject(field, reason));
        }
        return password;
    }

    /** As a merge patch has it (RFC 7396): what is left out stays, {@code null} takes away. */
    public ProfileChange change(Fields fields) {
        return new ProfileChange(
                edit(fields, "email", this::email),
                edit(fields, "phoneNumber", this::phoneNumber),
                edit(fields, "userName", this::userName),
                edit(fields, "firstName", each -> name(each, "firstName")),
                edit(fields, "lastName", each -> name(each, "lastName")),
                edit(fields, "company", each -> name(each, "company")));
    }

    private static <T> Edit<T> edit(Fields fields, String field, Function<Fields, Optional<T>> read) {
        return fields.has(field) || fields.clears(field) ? Edit.to(read.apply(fields)) : Edit.none();
    }
}
