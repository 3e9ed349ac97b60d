package io.authsvcs.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.http.Question;
import java.util.stream.Collectors;

/** Tells wrk what to send, and has it say in one line of JSON what it has seen. */
record LuaScript(Question question) {
    /** The line with the figures begins with this. */
    static final String MARK = "seen: ";

    private static final String DONE = """
            function done(summary, latency, requests)
              local errors = summary.errors
              io.write(string.format(
                '%s{"requests":%%d,"took":%%d,"p50":%%d,"p99":%%d,"p999":%%d,"refused":%%d,"lost":%%d}\\n',
                summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
                latency:percentile(99.9),
                errors.status, errors.connect + errors.read + errors.write + errors.timeout))
            end
            """.formatted(MARK);

    String text() {
        String headers = question.headers().stream().map(LuaScript::header).collect(Collectors.joining());
        String body = question.body().isEmpty() ? "" : "wrk.body = " + quoted(question.body()) + "\n";
        return "wrk.method = " + quoted(question.method()) + "\n" + headers + body + DONE;
    }

    private static String header(String line) {
        int colon = line.indexOf(':');
        return "wrk.headers[" + quoted(line.substring(0, colon)) + "] = "
                + quoted(line.substring(colon + 1).strip()) + "\n";
    }

    /** Every byte that is no letter or digit goes by its number: nothing of it means anything to Lua. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte each : text.getBytes(UTF_8)) {
            if (isPlain(each)) {
                quoted.append((char) each);
            } else {
                quoted.append(String.format("\\%03d", each & 0xff));
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPlain(byte letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-';
    }
}
