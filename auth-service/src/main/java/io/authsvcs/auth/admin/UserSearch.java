package io.authsvcs.auth.admin;

import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.identity.Directory;
import io.authsvcs.auth.identity.Identifier;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.UserId;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.PhoneNumbers;
import io.authsvcs.auth.identity.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads for whom an administrator looks: {@code userID}, {@code email}, {@code phoneNumber}, {@code userName}. */
@Component
class UserSearch {
    private static final List<String> IDENTIFIERS = List.of("userID", "email", "phoneNumber", "userName");
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    private final PhoneNumbers phoneNumbers;

    UserSearch(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    /** Empty where one of the identifiers can't be anybody's. */
    Optional<Directory.Query> read(Fields query) {
        List<Identifier> identifiers = IDENTIFIERS.stream()
                .<Identifier>flatMap(field -> query.text(field).flatMap(text -> parse(field, text)).stream())
                .toList();
        Optional<IdentityStatus> status =
                query.parsed("status", IdentityStatus::find, "Must be pending, active, disabled or deleted");
        int limit = query.number("limit", 1, MOST).orElse(USUAL_LIMIT);
        Optional<Subject> after = query.parsed("after", UserId::parse, "Must be the next of another page")
                .map(UserId::subject);
        query.check();
        return identifiers.size() == IDENTIFIERS.stream().filter(query::has).count()
                ? Optional.of(new Directory.Query(identifiers, status, limit, after))
                : Optional.empty();
    }

    private Optional<? extends Identifier> parse(String field, String text) {
        return switch (field) {
            case "userID" -> UserId.parse(text);
            case "phoneNumber" -> phoneNumbers.parse(text);
            case "email" -> Email.parse(text);
            default -> UserName.parse(text);
        };
    }
}
