package io.authsvcs.auth.http;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.OwnNames;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.credential.PasswordPolicy;
import io.authsvcs.auth.credential.Weighing;
import io.authsvcs.auth.identity.Edit;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.identity.ProfileChange;
import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.throttle.Throttle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The fields that describe somebody, with what is told where they can't be. */
@Component
public class IdentityFields {
    private static final int LONGEST_NAME = 200;
    private static final String PHONE_NUMBER = "Must be a phone number";
    private static final String ROLES =
            "Must be 1 to 20 names, each of 1 to 32 lower-case letters, digits and hyphens, the first a letter";

    private final PhoneNumbers phoneNumbers;
    private final PasswordPolicy policy;
    private final Weighing weighing;
    private final Throttle throttle;

    IdentityFields(PhoneNumbers phoneNumbers, PasswordPolicy policy, Weighing weighing, Throttle throttle) {
        this.phoneNumbers = phoneNumbers;
        this.policy = policy;
        this.weighing = weighing;
        this.throttle = throttle;
    }

    public Optional<Email> email(Fields fields) {
        return fields.parsed("email", Email::parse, "Must be an e-mail address");
    }

    /** {@code email}, the only field of the request; throws where it is anything else. */
    public Email requiredEmail(Fields fields) {
        Optional<Email> email = email(fields);
        fields.require("email");
        fields.check();
        return email.orElseThrow();
    }

    public Optional<PhoneNumber> phoneNumber(Fields fields) {
        return fields.parsed("phoneNumber", phoneNumbers::parse, PHONE_NUMBER);
    }

    /** The same under another name, as whoever lives in that region writes it. */
    public Optional<PhoneNumber> phoneNumber(Fields fields, String field, String region) {
        return fields.parsed(field, text -> phoneNumbers.parse(text, region), PHONE_NUMBER);
    }

    public Optional<UserName> userName(Fields fields) {
        return fields.parsed(
                "userName",
                UserName::parse,
                "Must be 1 to 64 letters, digits, dots, hyphens and underscores, at least one of them a letter");
    }

    /** Of a person or a company. */
    public Optional<String> name(Fields fields, String field) {
        return fields.text(field, LONGEST_NAME);
    }

    /** All that somebody new is known by. */
    public NewIdentity.Names names(Fields fields) {
        if (!fields.has("email") && !fields.has("phoneNumber")) {
            fields.reject("email", "At least one of email and phoneNumber is required");
        }
        return new NewIdentity.Names(
                email(fields),
                phoneNumber(fields),
                userName(fields),
                name(fields, "firstName"),
                name(fields, "lastName"),
                name(fields, "company"));
    }

    /** {@code roles}, each once; absent where they aren't given. */
    public Optional<List<String>> roles(Fields fields) {
        List<String> roles =
                fields.texts("roles", Roles.MOST).stream().distinct().toList();
        if (fields.has("roles") && fields.accepts("roles") && (roles.isEmpty() || !Roles.areNames(roles))) {
            fields.reject("roles", ROLES);
        }
        return Optional.of(roles).filter(given -> fields.has("roles"));
    }

    /**
     * Reads a body with a password that is to be set, off the event loop: to weigh one takes milliseconds, and to hash it
     * some tens. So it counts against the network of whoever asks for that.
     */
    public <T> Mono<T> weigh(Caller caller, Supplier<T> reading) {
        return throttle.count(caller).then(weigh(reading));
    }

    /** The same for an administrator, who may have as many to set as there are users. */
    public <T> Mono<T> weigh(Supplier<T> reading) {
        return weighing.run(reading);
    }

    /** A password that is to be set; whose it is to be is known to a flow alone. */
    public Password newPassword(Fields fields, String field) {
        return newPassword(fields, field, policy::objection);
    }

    /** A password that is to be set by whoever has these names. */
    public Password newPassword(Fields fields, String field, NewIdentity.Names names) {
        return newPassword(
                fields,
                field,
                password -> policy.objection(password, OwnNames.of(names)).or(() -> policy.objection(password)));
    }

    private static Password newPassword(Fields fields, String field, Function<Password, Optional<String>> objection) {
        Password password = new Password(fields.required(field));
        if (fields.accepts(field)) {
            objection.apply(password).ifPresent(reason -> fields.reject(field, reason));
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
