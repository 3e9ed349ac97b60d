package io.authsvcs.auth.contract.edumaps;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of the document's first call, which says that it is JSON: {@code email: x&password: y}, each up to its end. */
final class EdumapsMisprints {
    private static final Pattern LOGIN = Pattern.compile("email: ?(.*?)&password: ?(.*)", Pattern.DOTALL);

    private EdumapsMisprints() {}

    static Optional<String> mend(String body) {
        return Optional.of(LOGIN.matcher(body))
                .filter(Matcher::matches)
                .map(login -> JsonNodeFactory.instance
                        .objectNode()
                        .put("email", login.group(1))
                        .put("password", login.group(2))
                        .toString());
    }
}
