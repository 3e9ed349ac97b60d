package io.authsvcs.auth.contract.slide;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.IdentityFields;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.session.SessionRequest;
import io.authsvcs.auth.session.SessionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the fields by the names that seed 003 gives them. */
@Component
class SlideFields {
    static final String EMAIL = "email";
    static final String MOBILE_NUMBER = "mobile_number";
    static final String PASSWORD = "password1";

    private static final String REPEATED = "password2";

    private final IdentityFields identityFields;
    private final PhoneNumbers phoneNumbers;
    private final SlideSettings settings;
    private final SessionSettings sessions;

    SlideFields(
            IdentityFields identityFields,
            PhoneNumbers phoneNumbers,
            SlideSettings settings,
            SessionSettings sessions) {
        this.identityFields = identityFields;
        this.phoneNumbers = phoneNumbers;
        this.settings = settings;
        this.sessions = sessions;
    }

    /** Whoever registers. */
    NewIdentity.Names names(Fields fields) {
        Optional<String> firstName = requiredName(fields, "first_name");
        Optional<String> lastName = requiredName(fields, "last_name");
        fields.require(EMAIL);
        Optional<Email> email = identityFields.email(fields);
        return new NewIdentity.Names(
                email, mobileNumber(fields), Optional.empty(), firstName, lastName, settings.companyOfNewcomers());
    }

    private Optional<String> requiredName(Fields fields, String field) {
        fields.require(field);
        return identityFields.name(fields, field);
    }

    /** The document's example calls it {@code mobile}. Forms send it empty where somebody has none. */
    private Optional<PhoneNumber> mobileNumber(Fields fields) {
        String field = fields.has(MOBILE_NUMBER) ? MOBILE_NUMBER : "mobile";
        return fields.isEmpty(field)
                ? Optional.empty()
                : identityFields.phoneNumber(fields, field, settings.phoneRegion());
    }

    /** Reads a body with a password that is to be set. */
    <T> Mono<T> weigh(Caller caller, Supplier<T> reading) {
        return identityFields.weigh(caller, reading);
    }

    Password newPassword(Fields fields, NewIdentity.Names names) {
        Password password = identityFields.newPassword(fields, PASSWORD, names);
        String repeated = fields.required(REPEATED);
        if (fields.has(PASSWORD) && fields.accepts(REPEATED) && !new Password(repeated).equals(password)) {
            fields.reject(REPEATED, "Must be the same as " + PASSWORD);
        }
        return password;
    }

    /** An address, a number or an identifier, whichever it can be; empty where it can be nobody's. */
    Optional<Identifier> user(String text) {
        return Email.parse(text)
                .<Identifier>map(email -> email)
                .or(() -> UserId.parse(text))
                .or(() -> phoneNumbers.parse(text, settings.phoneRegion()));
    }

    /** {@code session_duration}, in milliseconds. */
    SessionRequest session(Fields fields, Caller caller) {
        Duration wanted = fields.milliseconds("session_duration").orElse(sessions.lifetime());
        return SessionRequest.referenced(Optional.of(settings.cut(wanted)), caller);
    }
}
