package io.authsvcs.local;

/** Who is told what an operation does while it does it. Steps may overlap; each is named by its own words. */
public interface Progress {
    /** A step begins now. */
    void begin(String step);

    /** It has come to its good end. A step that fails has no end: a fault tells of it. */
    void end(String step);

    /** Something that takes no time, in a sentence. */
    void say(String sentence);

    static Progress silent() {
        return Silence.INSTANCE;
    }

    /** Tells nobody. */
    enum Silence implements Progress {
        INSTANCE;

        @Override
        public void begin(String step) {}

        @Override
        public void end(String step) {}

        @Override
        public void say(String sentence) {}
    }
}
