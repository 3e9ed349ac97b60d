package io.authsvcs.auth.contract;

import io.authsvcs.auth.http.Fields;
import io.authsvcs.common.Contract;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A contract's login at {@code /auth/login}, which two contracts have, one with a slash at its end. */
public interface SharedLogin {
    Contract contract();

    /** The contract's own spelling of that path. */
    String path();

    /** The JSON that a body means which the contract's document misprints; empty where it is no such body. */
    Optional<String> mend(String body);

    Mono<ServerResponse> answer(ServerRequest request, Fields fields);
}
