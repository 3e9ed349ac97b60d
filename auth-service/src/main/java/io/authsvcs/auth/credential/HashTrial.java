package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.HashForm;
import io.authsvcs.auth.credential.form.Scratch;
import java.util.concurrent.Semaphore;

/** Tries passwords; against imported hashes only as many at once as a quarter of the heap has room for. */
final class HashTrial {
    private static final int ROOM_KIB =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 1024 / 4);

    private final Semaphore room = new Semaphore(ROOM_KIB, true);

    boolean isRight(Password password, PasswordHash hash, Scratch scratch) {
        HashForm form = HashForm.parse(hash.text())
                .orElseThrow(() -> new IllegalStateException(
                        "A hash was stored in a form that this version can't read: it comes from a newer one"));
        // One that needs more than there is has all of it, alone.
        int kib = (int) Math.min(ROOM_KIB, form.cost().memoryKib());
        room.acquireUninterruptibly(kib);
        try {
            return form.matches(password.utf8(), scratch);
        } finally {
            room.release(kib);
        }
    }
}
