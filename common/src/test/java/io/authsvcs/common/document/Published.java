package io.authsvcs.common.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;

/** An example as its authors published it, to the letter. */
public record Published(String title, Optional<Message> request, Optional<Message> answer) {
    static Published of(Markdown.Section section) {
        List<Message> messages = Stream.concat(
                        section.blocks("shell").map(Curl::request),
                        section.blocks("http").map(Message::parse))
                .toList();
        return new Published(section.title(), one(messages, false), one(messages, true));
    }

    private static Optional<Message> one(List<Message> messages, boolean answer) {
        return messages.stream()
                .filter(message -> message.isAnswer() == answer)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Published::atMostOne));
    }

    private static Optional<Message> atMostOne(List<Message> messages) {
        if (messages.size() > 1) {
            throw new IllegalArgumentException("Two of a kind: " + messages);
        }
        return messages.stream().findFirst();
    }

    /**
     * The lines that our example doesn't have, or has beyond them ({@code + …}). Indentation doesn't count, nor does a
     * header that was not published, nor what stands around a body of which an excerpt was published.
     */
    public List<String> changedIn(Example ours) {
        return Stream.concat(
                        request.stream().flatMap(message -> changes(message, ours.request())),
                        answer.stream().flatMap(message -> changes(message, ours.answer())))
                .toList();
    }

    private static Stream<String> changes(Message published, Message ours) {
        return Stream.concat(headLinesNotIn(ours, published), bodyLinesChanged(published, ours));
    }

    private static Stream<String> headLinesNotIn(Message ours, Message published) {
        return head(published)
                .filter(line -> head(ours).noneMatch(other -> other.equals(line) || other.startsWith(line + " ")));
    }

    private static Stream<String> bodyLinesChanged(Message published, Message ours) {
        boolean excerpt = published.body().startsWith("\"") || (published.body().isEmpty() && !published.isAnswer());
        return DiffUtils.diff(lines(published.body()), lines(ours.body())).getDeltas().stream()
                .flatMap(Published::changed)
                .filter(line -> !(excerpt && line.startsWith("+ ")));
    }

    private static Stream<String> changed(Delta<String> delta) {
        List<String> gone = delta.getOriginal().getLines();
        return gone.isEmpty() ? delta.getRevised().getLines().stream().map(line -> "+ " + line) : gone.stream();
    }

    private static Stream<String> head(Message message) {
        String version = "HTTP/1.1";
        return Stream.concat(
                Stream.of(message.firstLine().replace(version, "").strip()),
                message.headers().stream()
                        .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value()));
    }

    private static List<String> lines(String body) {
        return body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
