package io.authsvcs.gateway.format;

import io.authsvcs.common.Contract;
import io.authsvcs.common.Status;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a route's answers look like. It belongs to the route, so that no instance decides it. */
@SuppressWarnings("ImmutableEnumChecker") // What Set.of returns is immutable, and ends are never written to.
public enum Format {
    /** Every answer in the envelope. */
    ENVELOPE(Set.of()),
    /** As {@link #ENVELOPE}, and a proxy that asks whether to let somebody in learns from headers who it is. */
    VERDICT(Set.of("x-auth-user-id", "x-auth-session-id", "x-auth-roles")),
    /** What an instance answers with success passes as it is, with what caches need; errors are in the envelope. */
    RAW(Set.of("content-type", "cache-control", "etag", "last-modified")) {
        @Override
        boolean passes(int status) {
            return status / 100 == 2 || status == 304;
        }

        @Override
        boolean accepts(Answer answer) {
            return true;
        }
    },
    /** Whatever an instance answers passes as it is; an end of ours is an error of RFC 6749 §5.2. */
    OAUTH(Set.of("content-type"), Outcome::oauthResult),
    /** As {@link #OAUTH}, our ends being errors of seed 000, of the type that its clients ask for. */
    ALTEGIO(Contract.ALTEGIO) {
        @Override
        MediaType typeOfEnds(HttpHeaders request) {
            return AcceptedTypes.name(ALTEGIO_V2, request) ? ALTEGIO_V2 : MediaType.APPLICATION_JSON;
        }
    },
    /** As {@link #OAUTH}, our ends being errors of seed 002. */
    EDUMAPS(Contract.EDUMAPS),
    /** As {@link #OAUTH}, our ends being errors of seed 003's API. */
    SLIDE(Contract.SLIDE),
    /** As {@link #OAUTH}, our ends being errors of seed 004. */
    AUTHORIZATION(Contract.AUTHORIZATION);

    private static final MediaType ALTEGIO_V2 = new MediaType("application", "vnd.api.v2+json");

    private final Set<String> headers;
    private final Ends ends;
    private final boolean isBare;
    private final Optional<Contract> contract;

    /** A format of our own. */
    Format(Set<String> headers) {
        this(headers, Outcome::result, false, Optional.empty());
    }

    /** A format that somebody else has documented, from the first status to the last. */
    Format(Set<String> headers, Ends ends) {
        this(headers, ends, true, Optional.empty());
    }

    Format(Contract contract) {
        this(Set.of("content-type"), new ContractEnds(contract), true, Optional.of(contract));
    }

    Format(Set<String> headers, Ends ends, boolean isBare, Optional<Contract> contract) {
        this.headers = headers;
        this.ends = ends;
        this.isBare = isBare;
        this.contract = contract;
    }

    /** The contract whose format this is, if it is one's. */
    public Optional<Contract> contract() {
        return contract;
    }

    /** Whether an answer with this status leaves without the envelope. */
    boolean passes(int status) {
        return isBare && Status.find(status).isPresent();
    }

    /** Whether this is a body that we can stand for. */
    boolean accepts(Answer answer) {
        return Results.isResult(answer);
    }

    /** Whether this header of an instance's answer belongs to the format. Names in lower case. */
    boolean has(String header) {
        return headers.contains(header);
    }

    /** The body of an end that the gateway makes itself, a JSON object. */
    byte[] end(Outcome outcome, String requestId) {
        return ends.render(outcome, requestId);
    }

    /** The type of that body where it leaves without the envelope. */
    MediaType typeOfEnds(HttpHeaders request) {
        return MediaType.APPLICATION_JSON;
    }
}
