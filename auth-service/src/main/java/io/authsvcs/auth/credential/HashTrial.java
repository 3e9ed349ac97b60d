package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.HashForm;
import io.authsvcs.auth.credential.form.Scratch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Tries passwords; against hashes that take a good part of the heap only one at a time. */
final class HashTrial {
    private static final long LARGE_KIB = Runtime.getRuntime().maxMemory() / 1024 / 8;

    private final Lock memory = new ReentrantLock();

    boolean isRight(Password password, PasswordHash hash, Scratch scratch) {
        HashForm form = HashForm.parse(hash.text())
                .orElseThrow(() -> new IllegalStateException(
                        "A hash was stored in a form that this version can't read: it comes from a newer one"));
        return form.cost().memoryKib() < LARGE_KIB
                ? form.matches(password.utf8(), scratch)
                : tryAlone(form, password, scratch);
    }

    private boolean tryAlone(HashForm form, Password password, Scratch scratch) {
        memory.lock();
        try {
            return form.matches(password.utf8(), scratch);
        } finally {
            memory.unlock();
        }
    }
}
