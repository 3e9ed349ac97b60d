package io.authsvcs.common;

import java.util.stream.Stream;

/** What strangers write where a parser reads: seeds of every fuzz test, next to those of its own. */
public final class AwkwardTexts {
    private static final int BODY = 64 * 1024;

    private AwkwardTexts() {}

    public static Stream<String> all() {
        return Stream.of(controls(), lookalikes(), numbers(), nests(), codes(), longOnes())
                .flatMap(texts -> texts);
    }

    /** What stands for something good, with all that is short behind it, and what nobody sees before it as well. */
    public static Stream<String> around(String good) {
        return Stream.concat(
                Stream.of(good),
                Stream.concat(
                        Stream.of(controls(), codes()).flatMap(texts -> texts).map(text -> text + good),
                        Stream.of(controls(), lookalikes(), codes())
                                .flatMap(texts -> texts)
                                .map(text -> good + text)));
    }

    private static Stream<String> controls() {
        return Stream.of(" ", "\0", "a\0b", "\t", "\r\n", "\n ", "\u007f", "\u0085", "\u2028", "\u00a0", "\u3000");
    }

    /** Halves of characters, marks that nobody sees or that turn the writing around, and what poses as something else. */
    private static Stream<String> lookalikes() {
        return Stream.of(
                "\ud800",
                "a\udfff",
                "\udc00\ud800",
                "\ud83d\ude00",
                "\u202ea\u202c",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\ufffd",
                "\uffff",
                "\u0131",
                "\u0130",
                "\u212a",
                "\uff41\uff20\uff42",
                "\u00df",
                "\u1e9e",
                "\u03a3\u03c2",
                "\u0430",
                "e\u0301",
                "\u0344",
                "\ufdfa",
                "\u1100\u1161\u11a8");
    }

    public static Stream<String> numbers() {
        return Stream.of(
                "0",
                "-0",
                "-1",
                "+1",
                "007",
                "1.0",
                "1e3",
                "1e999999999",
                "0x1F",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "3155760000000",
                "3155760000001",
                "NaN",
                "Infinity",
                "\u0661\u0662",
                "9".repeat(1_000));
    }

    private static Stream<String> nests() {
        return Stream.of(
                "{}",
                "[]",
                "null",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1}{",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "//\n{}",
                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                "[".repeat(10_000));
    }

    private static Stream<String> codes() {
        return Stream.of(
                "%",
                "%4",
                "%zz",
                "%00",
                "%25",
                "%2e%2e/",
                "%c0%ae",
                "/../",
                "/./",
                "//",
                "\\",
                ";a=b",
                "?a=b#c",
                "&a=b&a=c",
                "\"",
                "'",
                "<a>",
                "${a}",
                "a=b; a=c",
                "a,b;q=2",
                "*/*;q=0.0001");
    }

    /** For whatever takes more than its share of time with each further character. */
    private static Stream<String> longOnes() {
        return Stream.of(
                " ".repeat(BODY),
                ",".repeat(BODY),
                "a".repeat(BODY),
                "\u0301".repeat(2_000),
                "&password:".repeat(BODY / 10),
                ", }".repeat(BODY / 3),
                "\"password1:\" ".repeat(BODY / 13),
                "%41".repeat(BODY / 3),
                "$".repeat(1_000),
                "a.".repeat(1_000));
    }
}
