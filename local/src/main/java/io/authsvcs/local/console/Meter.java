package io.authsvcs.local.console;

/** How far something of many bytes has come, on a screen until it is closed. */
public sealed interface Meter extends AutoCloseable permits LiveMeter, PlainMeter, Meter.Silence {
    /** So many bytes are done with, of all. */
    void at(long bytes);

    @Override
    void close();

    static Meter silent() {
        return Silence.INSTANCE;
    }

    /** Shows nothing. */
    enum Silence implements Meter {
        INSTANCE;

        @Override
        public void at(long bytes) {}

        @Override
        public void close() {}
    }
}
