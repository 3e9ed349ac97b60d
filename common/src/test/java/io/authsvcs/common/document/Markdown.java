package io.authsvcs.common.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of a page as we read: its sections, and in them fenced blocks and lines like {@code Given: a user}. */
record Markdown(List<Section> sections) {
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,4}) (.+)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)\\n? *```$");

    /**
     * What stands below a heading, up to the next one.
     *
     * @param chapter the heading of the second level above it, or its own
     */
    record Section(String chapter, int level, String title, String text) {
        /** What fenced blocks of this language hold, to the letter. */
        Stream<String> blocks(String language) {
            return FENCED.matcher(text)
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2));
        }

        /** The values of a line {@code name: a, b}; none where there is no such line. */
        Stream<String> list(String name) {
            Matcher line = Pattern.compile("(?m)^" + name + ": (.+)$").matcher(unfenced(text));
            return line.find() ? Stream.of(line.group(1).split(", ")).map(Section::plain) : Stream.empty();
        }

        private static String plain(String value) {
            return value.strip().replace("`", "");
        }
    }

    static Markdown parse(String page) {
        List<Section> sections = new ArrayList<>();
        List<MatchResult> headings = HEADING.matcher(masked(page)).results().toList();
        String chapter = "";
        for (int i = 0; i < headings.size(); i++) {
            MatchResult heading = headings.get(i);
            int level = heading.group(1).length();
            String title = heading.group(2).strip();
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : page.length();
            chapter = level <= 2 ? title : chapter;
            sections.add(new Section(chapter, level, title, page.substring(heading.end(), end)));
        }
        return new Markdown(List.copyOf(sections));
    }

    Stream<Section> below(String chapter) {
        return sections.stream().filter(section -> section.chapter().equals(chapter));
    }

    Stream<String> blocks(String language) {
        return sections.stream().flatMap(section -> section.blocks(language));
    }

    private static String unfenced(String text) {
        return FENCED.matcher(text).replaceAll("");
    }

    /** Of the same length, without what looks like a heading in a block. */
    private static String masked(String page) {
        return FENCED.matcher(page).replaceAll(block -> " ".repeat(block.group().length()));
    }
}
