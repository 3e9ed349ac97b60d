package io.authsvcs.local.command;

import io.authsvcs.local.Specification;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Each kind of number that a command takes. What is none of its kind is refused with words for what would be. */
abstract sealed class WholeNumber implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    private WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        try {
            return within(Integer.parseInt(text));
        } catch (NumberFormatException other) {
            throw new TypeConversionException(expected());
        }
    }

    private int within(int number) {
        if (number < least || number > most) {
            throw new TypeConversionException(expected());
        }
        return number;
    }

    private String expected() {
        return most == Integer.MAX_VALUE
                ? "a whole number, " + least + " or more"
                : "a whole number from " + least + " to " + most;
    }

    /** Of lines or events. */
    static final class Count extends WholeNumber {
        Count() {
            super(0, Integer.MAX_VALUE);
        }
    }

    /** Of a running cluster. */
    static final class Instances extends WholeNumber {
        Instances() {
            super(0, Specification.MOST_INSTANCES);
        }
    }

    /** To start a cluster with. */
    static final class FirstInstances extends WholeNumber {
        FirstInstances() {
            super(1, Specification.MOST_INSTANCES);
        }
    }

    static final class Gateways extends WholeNumber {
        Gateways() {
            super(1, Specification.MOST_GATEWAYS);
        }
    }

    static final class Registries extends WholeNumber {
        Registries() {
            super(1, Specification.MOST_REGISTRIES);
        }
    }

    /** Of requests a second. */
    static final class Rate extends WholeNumber {
        Rate() {
            super(1, 10_000);
        }
    }

    /** Of being wrong: one in so many. */
    static final class Odds extends WholeNumber {
        Odds() {
            super(2, 1_000_000_000);
        }
    }

    /** Of what makes no sense without one. */
    static final class Deaths extends WholeNumber {
        Deaths() {
            super(1, 10_000_000);
        }
    }

    /** Of which 0 is any. */
    static final class Port extends WholeNumber {
        Port() {
            super(0, Specification.LAST_PORT);
        }
    }

    /** A key has to be published before it signs, and to sign before the next one does. */
    static final class RotationSeconds extends WholeNumber {
        RotationSeconds() {
            super(12, 86_400);
        }
    }

    /** At most a week, as the administrators' API has it. */
    static final class OverlapSeconds extends WholeNumber {
        OverlapSeconds() {
            super(0, 604_800);
        }
    }
}
