package io.authsvcs.local.nemesis;

/**
 * A line of the journal.
 *
 * @param gain nothing, unless it is acknowledged
 * @param why it was refused, or is unknown; empty where that needs no words
 */
record Entry(Intent intent, Phase phase, Gain gain, String why) {
    static Entry begun(Intent intent) {
        return new Entry(intent, Phase.BEGUN, Gain.none(), "");
    }

    static Entry acknowledged(Intent intent, Gain gain) {
        return new Entry(intent, Phase.ACKNOWLEDGED, gain, "");
    }

    static Entry refused(Intent intent, String why) {
        return new Entry(intent, Phase.REFUSED, Gain.none(), why);
    }

    static Entry unknown(Intent intent, String why) {
        return new Entry(intent, Phase.UNKNOWN, Gain.none(), why);
    }

    static Entry untrue(Intent intent, String why) {
        return new Entry(intent, Phase.UNTRUE, Gain.none(), why);
    }
}
