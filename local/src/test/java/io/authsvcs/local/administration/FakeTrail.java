package io.authsvcs.local.administration;

import io.authsvcs.local.administration.FakeGateway.Answer;
import io.authsvcs.local.administration.FakeGateway.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An audit trail with pages of ten; an event is named by the second at which it happened. */
public final class FakeTrail {
    private static final int PAGE = 10;

    private final ConcurrentSkipListSet<String> events = new ConcurrentSkipListSet<>();

    public void happened(int... seconds) {
        Arrays.stream(seconds).mapToObj(FakeTrail::id).forEach(events::add);
    }

    void happenedUpTo(int second) {
        happened(IntStream.rangeClosed(1, second).toArray());
    }

    public Answer answer(Asked asked) {
        return asked.query().contains("after=") ? after(cursor(asked, "after")) : before(asked);
    }

    private Answer after(String cursor) {
        List<String> page = events.tailSet(cursor, false).stream().limit(PAGE).toList();
        return answer(page, page.isEmpty() ? cursor : page.getLast());
    }

    private Answer before(Asked asked) {
        TreeSet<String> elders = asked.query().contains("before=")
                ? new TreeSet<>(events.headSet(cursor(asked, "before"), false))
                : new TreeSet<>(events);
        List<String> page = elders.descendingSet().stream().limit(PAGE).toList();
        return answer(page, page.size() == elders.size() ? "" : page.getLast());
    }

    private static Answer answer(List<String> page, String next) {
        String list = page.stream().map(FakeTrail::json).collect(Collectors.joining(","));
        return Answer.of(
                200, "{\"events\":[" + list + "]" + (next.isEmpty() ? "" : ",\"next\":\"" + next + "\"") + "}");
    }

    private static String json(String id) {
        return "{\"id\":\"" + id + "\",\"at\":\"2026-11-22T08:00:" + id
                + ".5Z\",\"action\":\"login\",\"actor\":\"user:7\",\"address\":\"127.0.0.1\",\"requestID\":\"r-" + id
                + "\"" + (id.endsWith("3") ? ",\"refusal\":\"Invalid credentials\"" : "") + "}";
    }

    private static String cursor(Asked asked, String direction) {
        return Arrays.stream(asked.query().split("&"))
                .filter(each -> each.startsWith(direction + "="))
                .map(each -> each.substring(direction.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String id(int second) {
        return String.format("%02d", second);
    }
}
