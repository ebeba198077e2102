package io.streamgauge.topology.state;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The state of one step of one task: live objects under ordered keys. The steps know nothing else of where their state is kept: in
 * the service it is a changelogged store ({@link LiveStore}), in a replay of files plain memory ({@link MemoryState}).
 *
 * <p>One thread at a time.
 *
 * @param <V> live value; {@link #put} it again after changing one whose {@link #generation()} has passed
 */
public interface LiveState<V> {
    /** What the state is called, for messages. */
    String name();

    /** The value under {@code key}, null if there is none. */
    @Nullable
    V get(Bytes key);

    /** As {@link #get}, for a look at a value that is not held live for it: it must not be changed. */
    @Nullable
    V peek(Bytes key);

    /** Keeps a value, in place of another one under the same key. */
    void put(Bytes key, V value);

    void remove(Bytes key);

    /** Keys in {@code [from, to)}, in byte order; a copy. */
    List<Bytes> keys(Bytes from, Bytes to);

    /** Keys that start with {@code prefix}, in byte order; a copy. */
    List<Bytes> keysOf(Bytes prefix);

    /** The first key in {@code [from, to)}, null if there is none. */
    @Nullable
    Bytes firstKey(Bytes from, Bytes to);

    /**
     * Rises with each write-back and whenever live objects are dropped: a holder of a live object must look it up again, or say
     * again that it changed it, once this number differs from the one it remembers.
     */
    long generation();

    /** Rises whenever all live objects are dropped: what else was derived from the state must be derived anew. */
    long epoch();

    /** Whether a key begins with a prefix. */
    static boolean startsWith(Bytes key, Bytes prefix) {
        byte[] all = key.get();
        byte[] start = prefix.get();
        return all.length >= start.length && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }
}
