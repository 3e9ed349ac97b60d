package io.authsvcs.local.load;

/** How a request ended. */
public sealed interface Ending {
    /** What counts of it beside the operation: a status, or a word. */
    String label();

    /** Its contract has this answer, and what it says is true. */
    record AsPromised(int status) implements Ending {
        @Override
        public String label() {
            return Integer.toString(status);
        }
    }

    /**
     * 503.
     *
     * @param saysSo with Retry-After, and in the words of its contract
     */
    record Unavailable(boolean saysSo, String excerpt) implements Ending {
        @Override
        public String label() {
            return "503";
        }
    }

    /** 504: whoever could have answered did not in time. What was asked for may be done, or not. */
    record Late(String excerpt) implements Ending {
        @Override
        public String label() {
            return "504";
        }
    }

    /** An answer that no contract has here, or that is not true. */
    record Wrong(int status, String why, String excerpt) implements Ending {
        @Override
        public String label() {
            return Integer.toString(status);
        }
    }

    /** No answer, or half of one. */
    record Lost(String why) implements Ending {
        @Override
        public String label() {
            return "lost";
        }
    }

    /** Too many were under way. */
    record Unsent() implements Ending {
        @Override
        public String label() {
            return "unsent";
        }
    }
}
