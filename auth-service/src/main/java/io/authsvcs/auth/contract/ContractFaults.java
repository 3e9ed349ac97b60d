package io.authsvcs.auth.contract;

import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.Failure;
import io.authsvcs.auth.http.FaultFormat;
import io.authsvcs.common.Contract;
import io.authsvcs.common.Contract.FieldFault;
import io.authsvcs.common.Status;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** What goes wrong on a contract's paths, as its document has errors. A room whose errors need more extends it. */
public class ContractFaults implements FaultFormat {
    private final Contract contract;
    private final List<PathPattern> paths;

    /** @param paths in every spelling; {@code {name}} stands for anything between two slashes */
    public ContractFaults(Contract contract, List<String> paths) {
        this.contract = contract;
        this.paths =
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    @Override
    public boolean isSpokenAt(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return paths.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    @Override
    public Mono<ServerResponse> answer(Failure failure, HttpHeaders asked) {
        return answer(failure.status(), failure.reason(), failure.fieldErrors());
    }

    /** For a reason that only the work itself could find out. */
    public Mono<ServerResponse> refuse(Status status, String reason) {
        return answer(status, reason, List.of());
    }

    /** Nobody has proved who they are. */
    public Mono<ServerResponse> unauthorized(String reason) {
        return answer(Status.UNAUTHORIZED, reason, List.of());
    }

    /** One field is to blame. */
    public Mono<ServerResponse> refuseField(String field, String reason) {
        return answer(Status.BAD_REQUEST, FaultCode.INVALID_REQUEST.reason(), List.of(new FieldError(field, reason)));
    }

    private Mono<ServerResponse> answer(Status status, String reason, List<FieldError> errors) {
        return Answers.of(status, error(status, reason, errors));
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
