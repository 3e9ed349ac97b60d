package io.authsvcs.common.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked and what is answered.
 *
 * @param varies the paths ({@code data.id}) of values that are another at every call, of the same form
 * @param open the paths of objects in which further keys may follow
 */
public record Example(
        String title, Set<Given> givens, Message request, Message answer, Set<String> varies, Set<String> open) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RESULT = "result";

    static Example of(Markdown.Section section) {
        List<Message> messages = section.blocks("http").map(Message::parse).toList();
        if (messages.size() != 2
                || messages.get(0).isAnswer()
                || !messages.get(1).isAnswer()) {
            throw new IllegalArgumentException(
                    "\"" + section.title() + "\" must have a request and an answer, in this order");
        }
        return new Example(
                section.title(),
                section.list("Given").map(Given::parse).collect(Collectors.toUnmodifiableSet()),
                messages.get(0),
                messages.get(1),
                section.list("Varies").collect(Collectors.toUnmodifiableSet()),
                section.list("May go on").collect(Collectors.toUnmodifiableSet()));
    }

    public boolean isGiven(Given given) {
        return givens.contains(given);
    }

    /** As an instance answers it, without the envelope; the same where it has none. */
    public Example bare() {
        return isEnveloped()
                ? new Example(title, givens, request, answer.withBody(result()), inResult(varies), inResult(open))
                : this;
    }

    /** Whether it is answered in the envelope without being asked for it. */
    public boolean isEnveloped() {
        return answer.body().startsWith("{") && tree().has("statusCode");
    }

    private String result() {
        return tree().get(RESULT).toString();
    }

    private JsonNode tree() {
        return JSON.readTree(answer.body());
    }

    private static Set<String> inResult(Set<String> paths) {
        return paths.stream()
                .map(path -> path.equals(RESULT) ? "" : path.substring(RESULT.length() + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return title;
    }
}
