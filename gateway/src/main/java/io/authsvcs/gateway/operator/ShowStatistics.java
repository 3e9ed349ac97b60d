package io.authsvcs.gateway.operator;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.observability.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** GET /v1/router/stats, of the last {@code ?last} seconds: what became of the requests of all callers. */
@Component
final class ShowStatistics {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private static final Reply INVALID = new Reply(
            Status.BAD_REQUEST,
            new Invalid(
                    "Invalid request",
                    List.of(new Invalid.Field("last", "Must be a whole number from 1 to " + Statistics.KEPT))));

    private final Statistics statistics;

    ShowStatistics(Statistics statistics) {
        this.statistics = statistics;
    }

    record Invalid(String reason, List<Field> errors) {
        record Field(String field, String reason) {}
    }

    Reply reply(ServerHttpRequest request) {
        return lastOf(request)
                .filter(last -> last >= 1 && last <= Statistics.KEPT)
                .map(last -> Reply.ok(statistics.figures(last)))
                .orElse(INVALID);
    }

    private static Optional<Integer> lastOf(ServerHttpRequest request) {
        List<String> given = request.getQueryParams().getOrDefault("last", List.of(String.valueOf(Statistics.KEPT)));
        return Optional.of(given)
                .filter(values -> values.size() == 1)
                .map(List::getFirst)
                .filter(text -> text != null && DIGITS.matcher(text).matches())
                .map(Integer::valueOf);
    }
}
