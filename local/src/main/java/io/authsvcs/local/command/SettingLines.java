package io.authsvcs.local.command;

import io.authsvcs.local.Settings;
import java.util.List;

/** Settings as people read them, one a line. */
final class SettingLines {
    private SettingLines() {}

    static List<String> of(Settings settings) {
        return settings.shown().entrySet().stream()
                .map(setting -> setting.getKey()
                        + setting.getValue().map(value -> "=" + value).orElse(" (not shown)"))
                .toList();
    }
}
