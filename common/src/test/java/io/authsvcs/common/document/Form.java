package io.authsvcs.common.document;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The form of a text that is another at every call, known from one example: as many digits, of the same kind. */
enum Form {
    TIME("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
    UUID("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    HEXADECIMAL("[0-9a-f]{8,}"),
    LETTERS_AND_DIGITS("[A-Za-z0-9]{20,}"),
    JWT("[\\w-]+\\.[\\w-]+\\.[\\w-]+") {
        @Override
        boolean isSame(String example, String other) {
            return fits(other);
        }
    },
    TEXT("(?s).*") {
        @Override
        boolean isSame(String example, String other) {
            return example.isEmpty() == other.isEmpty();
        }
    };

    private final Pattern pattern;

    Form(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    static Form of(String example) {
        return Arrays.stream(values())
                .filter(form -> form.fits(example))
                .findFirst()
                .orElse(TEXT);
    }

    final boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    boolean isSame(String example, String other) {
        return fits(other) && other.length() == example.length();
    }
}
