package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.load.Excerpt;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for many words in one pass, however many they are (Rabin and Karp): by a sum over the last bytes that goes along
 * with each byte, and by comparing in full only where the sum is that of a word's beginning.
 */
final class Sieve {
    private static final int WINDOW = Vault.SHORTEST;
    private static final int BASE = 0x0100_0193;
    private static final int BITS = 1 << 22;
    private static final int PART = 1 << 16;

    private final Map<Integer, List<byte[]>> byBeginning;
    private final BitSet beginnings = new BitSet(BITS);
    private final int longest;
    private final int leaving;

    /** @param words of {@link Vault#SHORTEST} bytes and more; shorter ones are not looked for */
    Sieve(Collection<String> words) {
        this.byBeginning = words.stream()
                .map(word -> word.getBytes(UTF_8))
                .filter(word -> word.length >= WINDOW)
                .collect(Collectors.groupingBy(Sieve::sum));
        byBeginning.keySet().forEach(sum -> beginnings.set(slot(sum)));
        this.longest = byBeginning.values().stream()
                .flatMap(List::stream)
                .mapToInt(word -> word.length)
                .max()
                .orElse(WINDOW);
        this.leaving = power(WINDOW);
    }

    /** The words that are in it, each with what stands before its first occurrence. */
    Map<String, String> found(InputStream stream) throws IOException {
        Map<String, String> found = new TreeMap<>();
        BufferedInputStream in = new BufferedInputStream(stream, PART);
        byte[] kept = new byte[0];
        for (byte[] next = in.readNBytes(PART); next.length > 0; next = in.readNBytes(PART)) {
            byte[] text = Arrays.copyOf(kept, kept.length + next.length);
            System.arraycopy(next, 0, text, kept.length, next.length);
            search(text, found);
            // A word may begin in this part and end in the next.
            kept = Arrays.copyOfRange(text, Math.max(0, text.length - longest), text.length);
        }
        return found;
    }

    private void search(byte[] text, Map<String, String> found) {
        int sum = 0;
        for (int end = 0; end < text.length; end++) {
            sum = sum * BASE + text[end];
            if (end >= WINDOW) {
                sum -= leaving * text[end - WINDOW];
            }
            int begin = end - WINDOW + 1;
            if (begin >= 0 && beginnings.get(slot(sum))) {
                wordAt(begin, sum, text).ifPresent(word -> found.putIfAbsent(word, before(text, begin)));
            }
        }
    }

    private Optional<String> wordAt(int begin, int sum, byte[] text) {
        return byBeginning.getOrDefault(sum, List.of()).stream()
                .filter(word -> begin + word.length <= text.length
                        && Arrays.equals(text, begin, begin + word.length, word, 0, word.length))
                .map(word -> new String(word, UTF_8))
                .findFirst();
    }

    /** What stands in its line before it, by which it can be looked for. */
    private static String before(byte[] text, int begin) {
        int line = begin;
        while (line > 0 && text[line - 1] != '\n' && begin - line < 120) {
            line--;
        }
        return Excerpt.of(new String(text, line, begin - line, UTF_8));
    }

    private static int sum(byte[] word) {
        int sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum = sum * BASE + word[i];
        }
        return sum;
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }

    private static int slot(int sum) {
        return Math.floorMod(sum, BITS);
    }
}
