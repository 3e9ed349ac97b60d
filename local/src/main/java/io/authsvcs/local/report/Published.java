package io.authsvcs.local.report;

/** What came of a run, and is read by others. */
public interface Published {
    /** Whether every promise was kept. */
    boolean isKept();

    /** For people: Markdown that can be read as it is. */
    String text();

    /** For scripts: names stay, more may come; durations are in milliseconds. */
    String json();
}
