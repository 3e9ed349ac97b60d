package io.authsvcs.common.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document of a login API: for people to read, and for tests. Below {@code ## Examples} each heading begins an
 * {@link Example}; below {@code ## As documented} it begins what was {@link Published} under the same title; a block
 * {@code ndjson} has the people of the examples, as {@code authctl users import} takes them.
 */
public record ContractDocument(
        String name, List<String> people, List<Example> examples, List<Published> published, String asDocumented) {
    /** Those of which the product speaks every word. */
    public static final List<String> NAMES = List.of("canonical-login", "altegio", "edumaps", "slide", "authorization");

    private static final String PUBLISHED = "As documented";

    public static ContractDocument read(String name) {
        return parse(name, page(name));
    }

    public static Stream<ContractDocument> all() {
        return NAMES.stream().map(ContractDocument::read);
    }

    static ContractDocument parse(String name, String page) {
        Markdown markdown = Markdown.parse(page);
        return new ContractDocument(
                name,
                markdown.blocks("ndjson")
                        .flatMap(String::lines)
                        .map(String::strip)
                        .toList(),
                titled(markdown, "Examples").map(Example::of).toList(),
                titled(markdown, PUBLISHED).map(Published::of).toList(),
                page.substring(page.indexOf("\n## " + PUBLISHED + "\n") + 1));
    }

    /** By which others sign in. */
    public Example first() {
        return examples.get(0);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<Markdown.Section> titled(Markdown markdown, String chapter) {
        return markdown.below(chapter).filter(section -> section.level() == 3);
    }

    static String page(String name) {
        try {
            return Files.readString(folder().resolve(name + ".md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tests run in the folder of their module. */
    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("docs").resolve("contracts"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No docs/contracts here or above"));
    }
}
