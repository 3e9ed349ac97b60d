package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Response;
import io.authsvcs.local.load.Responses;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Answers that a flood was given. */
final class TestResponses {
    private TestResponses() {}

    static Responses served(int count, long millis) {
        return new Responses(
                Collections.nCopies(count, new Response(Duration.ZERO, 200, false, Duration.ofMillis(millis))));
    }

    static Responses refused(int count, long millis) {
        return new Responses(
                Collections.nCopies(count, new Response(Duration.ZERO, 503, true, Duration.ofMillis(millis))));
    }

    static Responses with(int status, boolean saysWhen) {
        return new Responses(List.of(new Response(Duration.ZERO, status, saysWhen, Duration.ZERO)));
    }

    /** So many in each second from one on and before another. */
    static Responses each(int status, int count, long from, long to) {
        return new Responses(LongStream.range(from, to)
                .boxed()
                .flatMap(second -> Collections.nCopies(
                        count,
                        new Response(Duration.ofSeconds(second).plusMillis(500), status, status == 503, Duration.ZERO))
                        .stream())
                .toList());
    }

    static Responses of(Responses... some) {
        return new Responses(
                Stream.of(some).flatMap(each -> each.all().stream()).toList());
    }
}
