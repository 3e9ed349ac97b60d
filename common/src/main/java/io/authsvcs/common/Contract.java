package io.authsvcs.common;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A login API that somebody else has documented, and that is answered as its document has it. Gateway and instances both
 * make its errors, so their one shape is here.
 */
public enum Contract {
    /** Seed 000. */
    ALTEGIO {
        @Override
        public Object error(Status status, String sentence, List<FieldFault> faults) {
            return AltegioError.of(status, sentence, faults);
        }
    },
    /** Seed 002. */
    EDUMAPS {
        @Override
        public Object error(Status status, String sentence, List<FieldFault> faults) {
            return FeathersError.of(status, sentence, faults);
        }
    },
    /** Seed 003. */
    SLIDE {
        @Override
        public Object error(Status status, String sentence, List<FieldFault> faults) {
            return SlideError.of(sentence, faults);
        }
    },
    /** Seed 004. */
    AUTHORIZATION {
        @Override
        public Object error(Status status, String sentence, List<FieldFault> faults) {
            return AuthorizationError.of(sentence, faults);
        }
    };

    /** What is wrong with one field of a request. */
    public record FieldFault(String field, String sentence) {
        /** Every field with its sentences, in their order. */
        static Map<String, List<String>> byField(List<FieldFault> faults) {
            return faults.stream()
                    .collect(Collectors.groupingBy(
                            FieldFault::field,
                            LinkedHashMap::new,
                            Collectors.mapping(FieldFault::sentence, Collectors.toList())));
        }
    }

    /**
     * The body of an error, as a tree of records, lists and maps for any JSON writer.
     *
     * @param sentence what went wrong as a whole
     * @param faults of single fields; empty where none is to blame
     */
    public abstract Object error(Status status, String sentence, List<FieldFault> faults);

    /** As settings, logs and metrics call it: {@code altegio}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Contract> find(String label) {
        return Arrays.stream(values())
                .filter(contract -> contract.label().equals(label))
                .findFirst();
    }
}
