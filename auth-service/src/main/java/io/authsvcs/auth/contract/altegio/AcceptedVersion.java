package io.authsvcs.auth.contract.altegio;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which version of an answer somebody reads, as {@code Accept} says (RFC 9110 §12.5.1): seed 000 has the second alone. */
enum AcceptedVersion {
    /** By its name, which the answer has then as well. */
    SECOND,
    /** Whatever there is: nothing, a wildcard or another type is asked for. */
    ANY,
    /** One that there isn't. */
    ANOTHER;

    private static final MediaType NAME_OF_SECOND = new MediaType("application", "vnd.api.v2+json");
    private static final String FAMILY = "vnd.api.";

    static AcceptedVersion of(HttpHeaders asked) {
        List<MediaType> types = types(asked);
        if (types.stream().anyMatch(NAME_OF_SECOND::equalsTypeAndSubtype)) {
            return SECOND;
        }
        return !types.isEmpty()
                        && types.stream().allMatch(type -> type.getSubtype().startsWith(FAMILY))
                ? ANOTHER
                : ANY;
    }

    /** Of the answer to such a caller. */
    MediaType contentType() {
        return this == SECOND ? NAME_OF_SECOND : MediaType.APPLICATION_JSON;
    }

    private static List<MediaType> types(HttpHeaders asked) {
        try {
            return asked.getAccept().stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .toList();
        } catch (InvalidMediaTypeException | StringIndexOutOfBoundsException unreadable) { // the latter of a lone quote
            return List.of();
        }
    }
}
