package io.authsvcs.auth.credential.form;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference implementation of Argon2 (libargon2), as argon2-jvm brings it for the usual platforms: it takes two thirds
 * of the time of one in Java, from the first hash on, and a thread in it holds up no collection of garbage.
 */
final class NativeArgon2 {
    private static final Logger LOG = LoggerFactory.getLogger(NativeArgon2.class);

    /** A shorter one is refused by the library, though others have written such. */
    private static final int LEAST_SALT = 8;

    private final MethodHandle argon2Hash;

    private NativeArgon2(MethodHandle argon2Hash) {
        this.argon2Hash = argon2Hash;
    }

    /** Nothing where there is none for this platform, or it must not be loaded: from a folder without programs, say. */
    static Optional<NativeArgon2> find() {
        String resource = "/" + platform() + "/" + System.mapLibraryName("argon2");
        try (InputStream library = NativeArgon2.class.getResourceAsStream(resource)) {
            if (library != null) {
                return Optional.of(load(library));
            }
            LOG.info("Passwords are hashed in Java, which takes longer: there is no libargon2 for {}", platform());
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.info(
                    "Passwords are hashed in Java, which takes longer: libargon2 can't be loaded from {} ({})",
                    System.getProperty("java.io.tmpdir"),
                    unusable.getMessage());
        }
        return Optional.empty();
    }

    /** As JNA names them. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system) + "-"
                + (processor.equals("amd64") ? "x86-64" : processor);
    }

    /** From a file of this user's alone, which is gone again once it is loaded. */
    @SuppressWarnings("restricted") // The shape is the function's, on every platform that has it.
    private static NativeArgon2 load(InputStream library) throws IOException {
        Path file = Files.createTempFile("libargon2-", "");
        try {
            Files.write(file, library.readAllBytes());
            SymbolLookup loaded = SymbolLookup.libraryLookup(file, Arena.global());
            return new NativeArgon2(Linker.nativeLinker()
                    .downcallHandle(
                            loaded.find("argon2_hash")
                                    .orElseThrow(() -> new IllegalArgumentException("it has no argon2_hash")),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT, // 0, or the number of an error
                                    ValueLayout.JAVA_INT, // iterations
                                    ValueLayout.JAVA_INT, // memory, KiB
                                    ValueLayout.JAVA_INT, // lanes
                                    ValueLayout.ADDRESS, // password
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS, // salt
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS, // hash
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS, // the whole as text, not wanted
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT, // kind
                                    ValueLayout.JAVA_INT))); // version
        } finally {
            Files.delete(file);
        }
    }

    /** Lanes would be threads here. */
    static boolean takes(Argon2 function, Octets salt) {
        return function.lanes() == 1 && salt.length() >= LEAST_SALT;
    }

    /** The memory that it works in is cleared by the library, and the password by us. */
    byte[] derive(Argon2 function, byte[] password, Octets salt, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment secret = copy(password, arena);
            MemorySegment derived = arena.allocate(length);
            try {
                requireDone(call(function, secret, copy(salt.toArray(), arena), derived));
                return derived.toArray(ValueLayout.JAVA_BYTE);
            } finally {
                secret.fill((byte) 0);
            }
        }
    }

    private static MemorySegment copy(byte[] bytes, Arena arena) {
        return arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    private int call(Argon2 function, MemorySegment password, MemorySegment salt, MemorySegment derived) {
        try {
            return (int) argon2Hash.invokeExact(
                    function.iterations(),
                    function.memoryKib(),
                    function.lanes(),
                    password,
                    password.byteSize(),
                    salt,
                    salt.byteSize(),
                    derived,
                    derived.byteSize(),
                    MemorySegment.NULL,
                    0L,
                    function.kind(),
                    function.version());
        } catch (Throwable impossible) {
            throw new IllegalStateException("libargon2 could not be called", impossible);
        }
    }

    private static void requireDone(int error) {
        if (error != 0) {
            throw new IllegalStateException("libargon2 ended with its error " + error);
        }
    }
}
