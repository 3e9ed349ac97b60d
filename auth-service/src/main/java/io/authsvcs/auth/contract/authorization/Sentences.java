package io.authsvcs.auth.contract.authorization;

import io.authsvcs.auth.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a body, in seed 004's words: all of it, in the order in which it is asked for here. */
final class Sentences {
    private final Fields fields;
    private final List<String> all = new ArrayList<>();

    Sentences(Fields fields) {
        this.fields = fields;
    }

    /** @param label what the document's sentences call the field */
    Sentences about(String field, String label) {
        fields.errors().stream()
                .filter(error -> error.field().equals(field))
                .map(error -> sentence(label, error.reason()))
                .forEach(all::add);
        return this;
    }

    Sentences where(boolean applies, String sentence) {
        if (applies) {
            all.add(sentence);
        }
        return this;
    }

    boolean areNone() {
        return all.isEmpty();
    }

    List<String> all() {
        return List.copyOf(all);
    }

    static String sentence(String label, String reason) {
        return reason.equals(Fields.REQUIRED)
                ? label + " can't be null or empty."
                : label + " " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}
