package io.authsvcs.local.load;

/** What may happen to a client meanwhile, beside what is always promised. A wrong answer never may. */
public enum Allowance {
    NOTHING {
        @Override
        boolean covers(Ending ending) {
            return ending instanceof Ending.AsPromised;
        }
    },
    /** Being told to come back later, in the words of the contract and with Retry-After. */
    UNAVAILABILITY {
        @Override
        boolean covers(Ending ending) {
            return switch (ending) {
                case Ending.AsPromised _ -> true;
                case Ending.Unavailable(boolean saysSo, String _) -> saysSo;
                case Ending.Late _, Ending.Wrong _, Ending.Lost _, Ending.Unsent _ -> false;
            };
        }
    },
    /** Being told as well that nobody has answered in time: whoever is there does not move. */
    LATENESS {
        @Override
        boolean covers(Ending ending) {
            return UNAVAILABILITY.covers(ending) || ending instanceof Ending.Late;
        }
    },
    /** Getting no answer as well: there is nobody who could give one. */
    SILENCE {
        @Override
        boolean covers(Ending ending) {
            return UNAVAILABILITY.covers(ending) || ending instanceof Ending.Lost;
        }
    };

    abstract boolean covers(Ending ending);
}
