package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.auth.http.Failure;
import io.authsvcs.common.Contract;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What goes wrong, whether or not this is served, of the type that its caller asks for. */
@Component
class AltegioFaults extends ContractFaults {
    AltegioFaults() {
        super(Contract.ALTEGIO, List.of("/auth", "/auth/"));
    }

    @Override
    public Mono<ServerResponse> answer(Failure failure, HttpHeaders asked) {
        Object body = error(failure.status(), failure.reason(), failure.fieldErrors());
        return AltegioAnswers.of(failure.status(), body, asked);
    }
}
