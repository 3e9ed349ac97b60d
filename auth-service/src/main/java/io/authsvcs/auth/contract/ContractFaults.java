package io.authsvcs.auth.contract;

import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Failure;
import io.authsvcs.auth.http.FaultFormat;
import io.authsvcs.common.Contract;
import io.authsvcs.common.Contract.FieldFault;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What goes wrong on a contract's paths, as its document has errors. A room whose errors need more extends it. */
public class ContractFaults implements FaultFormat {
    private final Contract contract;
    private final List<String> paths;

    /** @param paths in every spelling */
    public ContractFaults(Contract contract, List<String> paths) {
        this.contract = contract;
        this.paths = List.copyOf(paths);
    }

    @Override
    public boolean isSpokenAt(String path) {
        return paths.contains(path);
    }

    @Override
    public Mono<ServerResponse> answer(Failure failure, HttpHeaders asked) {
        return Answers.of(failure.status(), error(failure.status(), failure.reason(), failure.fieldErrors()));
    }

    protected Object error(Status status, String reason, List<FieldError> errors) {
        return contract.error(
                status,
                reason,
                errors.stream()
                        .map(error -> new FieldFault(error.field(), error.reason()))
                        .toList());
    }
}
