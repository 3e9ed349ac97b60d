package io.authsvcs.local.console;

import java.nio.charset.Charset;
import java.util.Map;

/** What the place where words go can show. */
record Style(boolean interactive, boolean coloured, boolean unicode) {
    private static final String RESET = "\u001b[0m";

    /** Lines that live where there is a terminal, and colours unless NO_COLOR (no-color.org) or a dumb terminal forbid them. */
    static Style of(Map<String, String> environment, boolean terminal, Charset charset) {
        boolean able = terminal && !"dumb".equals(environment.get("TERM"));
        boolean coloured = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Style(able, coloured, charset.newEncoder().canEncode('✓'));
    }

    String done() {
        return green(unicode ? "✓" : "ok");
    }

    String under() {
        return unicode ? "…" : "...";
    }

    String green(String text) {
        return paint("\u001b[32m", text);
    }

    String red(String text) {
        return paint("\u001b[31m", text);
    }

    String bold(String text) {
        return paint("\u001b[1m", text);
    }

    private String paint(String code, String text) {
        return coloured ? code + text + RESET : text;
    }
}
