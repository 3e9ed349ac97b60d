package io.authsvcs.gateway.recent;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of the last few lengths of time, which have consecutive numbers. What is there for one is made when it
 * is first asked for, and forgotten when its place is needed. Nobody ever waits here: of two who begin the same one at
 * once, one finds the other's.
 */
public final class Ring<T> {
    private final AtomicReferenceArray<@Nullable Entry<T>> entries;
    private final LongFunction<T> maker;

    private record Entry<T>(long number, T value) {}

    /**
     * An empty one.
     *
     * @param places how many are kept
     * @param maker makes what is kept for a number
     */
    public Ring(int places, LongFunction<T> maker) {
        this.entries = new AtomicReferenceArray<>(places);
        this.maker = maker;
    }

    /** What is kept for this number. */
    public T at(long number) {
        int place = Math.floorMod(number, entries.length());
        Entry<T> found = entries.get(place);
        return found != null && found.number == number ? found.value : begin(number, place, found);
    }

    private T begin(long number, int place, @Nullable Entry<T> former) {
        Entry<T> mine = new Entry<>(number, maker.apply(number));
        // Where somebody else was faster, theirs is there.
        return entries.compareAndSet(place, former, mine) ? mine.value : at(number);
    }

    /** What is kept for the numbers from the first to before the end, in their order. */
    public Stream<T> between(long first, long end) {
        return IntStream.range(0, entries.length())
                .mapToObj(entries::get)
                .filter(Objects::nonNull)
                .filter(entry -> entry.number >= first && entry.number < end)
                .sorted((one, other) -> Long.compare(one.number, other.number))
                .map(Entry::value);
    }
}
