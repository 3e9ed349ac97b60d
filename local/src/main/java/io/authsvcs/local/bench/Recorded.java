package io.authsvcs.local.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The ratios of an earlier run, which its JSON has kept. */
public final class Recorded {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Recorded() {}

    /** By name; none where nothing was recorded. */
    public static Map<String, Double> in(Path file) {
        return Files.exists(file) ? ratios(file) : Map.of();
    }

    private static Map<String, Double> ratios(Path file) {
        SortedMap<String, Double> ratios = new TreeMap<>();
        JSON.readTree(file.toFile())
                .at("/ratios")
                .forEach(ratio -> ratios.put(
                        ratio.at("/name").stringValue(), ratio.at("/value").doubleValue()));
        return Collections.unmodifiableSortedMap(ratios);
    }
}
