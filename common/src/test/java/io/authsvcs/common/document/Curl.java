package io.authsvcs.common.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of curl, as documents print it: with a backslash forgotten at the end of a line, and what stands for a host before
 * its path.
 */
final class Curl {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private String method = "";
    private String path = "";
    private final List<Message.Header> headers = new ArrayList<>();
    private final List<String> data = new ArrayList<>();

    private Curl() {}

    /** The request that curl makes of it. */
    static Message request(String printed) {
        Curl curl = new Curl();
        List<String> words = words(printed);
        for (int i = 1; i < words.size(); i++) {
            i += curl.take(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
        }
        return curl.message();
    }

    private Message message() {
        String usual = data.isEmpty() ? "GET" : "POST";
        return new Message(
                (method.isEmpty() ? usual : method) + " " + path, List.copyOf(headers), String.join("&", data));
    }

    /** @return how many words more than the one it has used */
    private int take(String word, String next) {
        return switch (word) {
            case "-X" -> {
                method = next;
                yield 1;
            }
            case "-H" -> {
                headers.add(Message.Header.parse(next));
                yield 1;
            }
            case "-d" -> {
                data.add(next);
                yield 1;
            }
            default -> {
                path = word.substring(word.indexOf('/'));
                yield 0;
            }
        };
    }

    private static List<String> words(String printed) {
        return WORD.matcher(COMMENT.matcher(printed).replaceAll(""))
                .results()
                .map(word -> word.group().replaceAll("(?s)^([\"'])(.*)\\1$", "$2"))
                .filter(word -> !word.equals("\\"))
                .toList();
    }
}
