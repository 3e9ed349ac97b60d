package io.authsvcs.auth.credential.form;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The digests that hashes were made with, whether once or by the thousand. */
enum DigestAlgorithm {
    MD5,
    SHA1,
    SHA256,
    SHA512;

    /** One to feed; not for two threads. */
    Digest start() {
        return switch (this) {
            case MD5 -> new MD5Digest();
            case SHA1 -> new SHA1Digest();
            case SHA256 -> SHA256Digest.newInstance();
            case SHA512 -> new SHA512Digest();
        };
    }

    int bytes() {
        return start().getDigestSize();
    }
}
