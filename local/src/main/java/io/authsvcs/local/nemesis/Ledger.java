package io.authsvcs.local.nemesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be so by the journal. */
final class Ledger {
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<String, Intent> open = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /** Of a journal that has come to its end. What was begun there, and nothing more, is unknown. */
    static Ledger replayed(Path journal) {
        Ledger ledger = new Ledger();
        Journal.read(journal, ledger::add);
        ledger.open.values().forEach(intent -> ledger.history(intent).doubt(intent));
        return ledger;
    }

    Collection<History> histories() {
        return histories.values();
    }

    /** What clients have met that may not be, in sentences. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Of everybody together. */
    Map<Deed, Acknowledged> counts() {
        Map<Deed, Acknowledged> counts = new EnumMap<>(Deed.class);
        for (Deed deed : Deed.values()) {
            Acknowledged sum = histories.values().stream()
                    .map(history -> history.count(deed))
                    .reduce(Acknowledged.NONE, Acknowledged::plus);
            counts.put(deed, sum);
        }
        counts.remove(Deed.VALIDATE);
        return counts;
    }

    private void add(Entry entry) {
        Intent intent = entry.intent();
        switch (entry.phase()) {
            case BEGUN -> open.put(intent.key(), intent);
            case ACKNOWLEDGED -> {
                open.remove(intent.key());
                history(intent).acknowledge(intent, entry.gain());
            }
            case UNKNOWN -> {
                open.remove(intent.key());
                history(intent).doubt(intent);
            }
            case REFUSED -> {
                open.remove(intent.key());
                history(intent).doubt(intent);
                broken.add("The " + intent + " was right, and was refused: " + entry.why() + ".");
            }
            case UNTRUE -> broken.add(entry.why() + " (" + intent.user() + ").");
        }
    }

    private History history(Intent intent) {
        return histories.computeIfAbsent(intent.user(), History::new);
    }
}
