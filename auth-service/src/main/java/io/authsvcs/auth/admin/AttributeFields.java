package io.authsvcs.auth.admin;

import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.identity.Attributes;
import io.authsvcs.auth.identity.Attributes.Organisation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what single contracts show of somebody. */
@Component
class AttributeFields {
    private static final int LONGEST = 255;
    private static final int LONGEST_ADDRESS = 2_000;
    /** As many as somebody may belong to or use. */
    private static final int MOST = 100;

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{24}");

    Attributes read(Fields fields) {
        return new Attributes(
                fields.parsed(
                        "avatar",
                        AttributeFields::address,
                        "Must be an http or https address of at most " + LONGEST_ADDRESS + " characters"),
                fields.text("tagLine", LONGEST),
                fields.text("type", LONGEST),
                fields.parsed("objectId", AttributeFields::objectId, "Must be 24 lower-case hexadecimal digits"),
                fields.objects("belongsTo", MOST).stream()
                        .map(AttributeFields::organisation)
                        .toList(),
                fields.texts("integrations", MOST, LONGEST));
    }

    private static Organisation organisation(Fields fields) {
        return new Organisation(required(fields, "domain"), required(fields, "domainId"));
    }

    private static String required(Fields fields, String field) {
        fields.require(field);
        return fields.text(field, LONGEST).orElse("");
    }

    private static Optional<String> objectId(String text) {
        return Optional.of(text).filter(given -> OBJECT_ID.matcher(given).matches());
    }

    private static Optional<String> address(String text) {
        return Optional.of(text).filter(given -> given.length() <= LONGEST_ADDRESS && isAddress(given));
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
