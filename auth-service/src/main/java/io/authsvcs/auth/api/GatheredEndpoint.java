package io.authsvcs.auth.api;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.flow.ValidateToken;
import io.authsvcs.auth.http.Answers;
import io.authsvcs.auth.http.RequestBodies;
import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What {@link GatheredTokens} describes. For gateways: to everybody else there is no such call. */
@Component
class GatheredEndpoint {
    private static final Logger log = LoggerFactory.getLogger(GatheredEndpoint.class);
    private static final int LARGEST_BODY = GatheredTokens.MOST * (GatheredTokens.LONGEST + 1);
    private static final byte[] NOTHING = {};

    private final RequestBodies bodies;
    private final ValidateToken validateToken;
    private final JsonMapper json;

    GatheredEndpoint(RequestBodies bodies, ValidateToken validateToken, JsonMapper json) {
        this.bodies = bodies;
        this.validateToken = validateToken;
        this.json = json;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        return isGateways(request)
                ? bodies.readText(request, LARGEST_BODY)
                        .map(GatheredEndpoint::tokens)
                        .flatMap(this::judge)
                        .flatMap(verdicts -> Answers.start(Status.OK)
                                .contentType(MediaType.APPLICATION_NDJSON)
                                .bodyValue(verdicts))
                : Answers.refuse(Status.NOT_FOUND, Status.NOT_FOUND.description());
    }

    /** From anybody else the header doesn't get here. */
    private static boolean isGateways(ServerRequest request) {
        return !request.headers().header(HeaderNames.GATEWAY).isEmpty();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = text.lines().toList();
        if (tokens.size() > GatheredTokens.MOST) {
            throw new Fault(FaultCode.INVALID_REQUEST);
        }
        return tokens;
    }

    private Mono<byte[]> judge(List<String> tokens) {
        return validateToken
                .together(tokens.stream().map(this::judge).toList())
                .collect(ByteArrayOutputStream::new, GatheredEndpoint::append)
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** What keeps all from being judged ends the call; a defect that one token has met must not harm the others. */
    private Mono<byte[]> judge(String token) {
        return Mono.defer(() -> validateToken.check(token))
                .map(verdict -> json.writeValueAsBytes(VerdictBody.of(verdict)))
                .onErrorResume(failure -> !(failure instanceof Fault), defect -> {
                    log.error("One of several tokens met a defect", defect);
                    return Mono.just(NOTHING);
                });
    }

    private static void append(ByteArrayOutputStream lines, byte[] line) {
        lines.writeBytes(line);
        lines.write('\n');
    }
}
