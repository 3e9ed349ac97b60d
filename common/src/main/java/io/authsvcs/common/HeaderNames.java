package io.authsvcs.common;

/** The headers of our own, with who may set them. */
public final class HeaderNames {
    /** Names a request in every log and answer: the caller's where it is well formed, else the gateway's. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** The caller's address as the gateway saw it. Set by the gateway only, which strips a caller's. */
    public static final String CLIENT_ADDRESS = "X-Auth-Client-Address";

    /** The Host that the caller asked for, of which an instance sees its own alone. Set by the gateway only. */
    public static final String HOST = "X-Auth-Host";

    /**
     * Names a write, so that its repetition leads to the first outcome. Set by the gateway only: for each request another,
     * unless the caller sends an {@code Idempotency-Key} of its own.
     */
    public static final String IDEMPOTENCY_KEY = "X-Auth-Idempotency-Key";

    /** The pass by which instances know a gateway, and believe the other headers of this prefix. */
    public static final String GATEWAY = "X-Auth-Gateway";

    /**
     * With it a gateway asks an instance to prove itself: any text, and never the same one again. Not of the prefix, for a
     * gateway shows its pass to nobody who has not proved himself.
     */
    public static final String NONCE = "X-Probe-Nonce";

    /** With {@code 1}, a caller asks for the envelope where answers leave without it. */
    public static final String ENVELOPE = "X-Envelope";

    /**
     * With {@code true}, an instance says that it has done nothing for the request that it refuses with 503, not even
     * looked at it: another instance may be asked, whatever the request does. Never leaves the gateway.
     */
    public static final String NOT_PROCESSED = "X-Auth-Not-Processed";

    /**
     * All headers of this prefix belong to the product: the gateway strips them from what a caller sends, and an instance
     * from what comes without a gateway's pass.
     */
    public static final String INTERNAL_PREFIX = "X-Auth-";

    private HeaderNames() {}
}
