package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.ground.Newcomer;
import java.util.List;

/** An instance whose clock is wrong, among others whose clocks are right. */
final class WrongClocks {
    private WrongClocks() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "clock-ahead",
                        "the clock of one instance is 20 s ahead",
                        Needs.one(Newcomer.WITH_ITS_CLOCK_AHEAD),
                        Promise.unnoticed(),
                        WrongClocks::goOn),
                new Trial(
                        "clock-behind",
                        "the clock of one instance is 20 s behind",
                        Needs.one(Newcomer.WITH_ITS_CLOCK_BEHIND),
                        Promise.unnoticed(),
                        WrongClocks::goOn));
    }

    private static void goOn(Scene scene) {
        scene.hold();
        scene.expectAllWell();
    }
}
