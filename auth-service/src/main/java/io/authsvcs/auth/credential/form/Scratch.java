package io.authsvcs.auth.credential.form;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory that Argon2 in Java works in, kept from one hash to the next, and cleared between them: as garbage, the
 * 19 MiB of each login would make collections of the whole heap, which stop an instance for a third of a second every few
 * seconds. Nothing is taken before a first hash needs it.
 */
public final class Scratch {
    private final BlockPool blocks;

    /** @param kib is kept; a hash that takes more leaves the rest as garbage */
    public Scratch(int kib) {
        this.blocks = new FixedBlockPool(kib);
    }

    BlockPool blocks() {
        return blocks;
    }
}
