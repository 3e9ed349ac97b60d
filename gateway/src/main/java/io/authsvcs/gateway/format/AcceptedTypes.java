package io.authsvcs.gateway.format;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a caller says that it reads (RFC 9110 §12.5.1). */
final class AcceptedTypes {
    private AcceptedTypes() {}

    /** Whether a type is asked for by its name, which no wildcard does. */
    static boolean name(MediaType type, HttpHeaders request) {
        try {
            return request.getAccept().stream()
                    .anyMatch(asked -> asked.equalsTypeAndSubtype(type) && asked.getQualityValue() > 0);
        } catch (IllegalArgumentException
                | StringIndexOutOfBoundsException notAMediaType) { // the latter of a lone quote
            return false;
        }
    }
}
