package io.authsvcs.gateway.routing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A path of the table: strictly as it is written, or, with {@code [/]} at its end, with a slash there and without. */
record Spellings(List<PathPattern> patterns) {
    private static final String EITHER = "[/]";

    static Spellings of(String path) {
        return path.endsWith(EITHER) ? both(path.substring(0, path.length() - EITHER.length())) : of(List.of(path));
    }

    boolean matches(PathContainer requested) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(requested));
    }

    /** Those that have no names in braces. */
    Stream<String> plain() {
        return patterns.stream().filter(pattern -> !pattern.hasPatternSyntax()).map(PathPattern::getPatternString);
    }

    /** What stands in this path for the names in braces; nothing where it doesn't match. */
    Map<String, String> variables(PathContainer requested) {
        return patterns.stream()
                .map(pattern -> pattern.matchAndExtract(requested))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(PathPattern.PathMatchInfo::getUriVariables)
                .orElse(Map.of());
    }

    /** Whether one of these is one of the others. */
    boolean meets(Spellings others) {
        return !Collections.disjoint(patterns, others.patterns);
    }

    /** As it is written in the table. */
    @Override
    public String toString() {
        return patterns.getFirst().getPatternString() + (patterns.size() > 1 ? EITHER : "");
    }

    private static Spellings both(String path) {
        return of(List.of(path, path + "/"));
    }

    private static Spellings of(List<String> paths) {
        return new Spellings(
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList());
    }
}
