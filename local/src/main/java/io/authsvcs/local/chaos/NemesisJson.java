package io.authsvcs.local.chaos;

import io.authsvcs.local.nemesis.Acknowledged;
import io.authsvcs.local.nemesis.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the nemesis has left, as scripts read it.
 *
 * @param killed how often, by name
 * @param operations by their kind
 * @param seconds with the questions at the end
 */
record NemesisJson(
        boolean kept,
        List<String> broken,
        long seed,
        String journal,
        Map<String, Long> killed,
        Map<String, Acknowledged> operations,
        long repeated,
        long seconds) {
    static NemesisJson of(Outcome outcome) {
        Map<String, Acknowledged> operations = new TreeMap<>();
        outcome.counts().forEach((deed, count) -> operations.put(deed.label(), count));
        return new NemesisJson(
                outcome.isKept(),
                outcome.broken(),
                outcome.onslaught().seed(),
                outcome.onslaught().journal().toString(),
                outcome.killed(),
                operations,
                outcome.repeated(),
                outcome.length().toSeconds());
    }
}
