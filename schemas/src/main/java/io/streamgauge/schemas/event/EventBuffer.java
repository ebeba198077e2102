package io.streamgauge.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What does this event say? One reusable row: event time, id, model version and a slot for each feature.
 *
 * <p>A slot holds a number, a text, a boolean, nothing ({@link #missing}) or something of the wrong kind ({@link
 * #mistyped}); after {@link #clear} every slot is missing. Texts and names are kept as references to the caller's UTF-8 bytes,
 * which must not change until the next {@code clear}. Not thread-safe.
 */
public final class EventBuffer {
    private static final byte MISSING = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;
    private static final byte BOOLEAN = 3;
    private static final byte MISTYPED = 4;
    private static final byte[] NO_BYTES = {};
    private static final byte[] TRUE = "true".getBytes(UTF_8);
    private static final byte[] FALSE = "false".getBytes(UTF_8);

    private final byte[] kinds;
    private final double[] numbers;
    private final byte[][] texts;
    private final int[] offsets;
    private final int[] lengths;
    private long eventTimeMs;
    private boolean hasEventTime;
    private final Name id = new Name();
    private final Name version = new Name();

    public EventBuffer(int slots) {
        kinds = new byte[slots];
        numbers = new double[slots];
        texts = new byte[slots][];
        offsets = new int[slots];
        lengths = new int[slots];
        Arrays.fill(texts, NO_BYTES);
    }

    public int slots() {
        return kinds.length;
    }

    /** Forgets the event: no time, no id, no version, every slot missing. */
    public void clear() {
        Arrays.fill(kinds, MISSING);
        eventTimeMs = 0;
        hasEventTime = false;
        id.clear();
        version.clear();
    }

    /**
     * Milliseconds since 1970 UTC, as the event says, not checked for plausibility.
     *
     * @throws IllegalStateException if the event has no time
     */
    public long eventTimeMs() {
        if (!hasEventTime) {
            throw new IllegalStateException("the event has no time: ask hasEventTime() first");
        }
        return eventTimeMs;
    }

    public boolean hasEventTime() {
        return hasEventTime;
    }

    public void eventTime(long millis) {
        eventTimeMs = millis;
        hasEventTime = true;
    }

    public @Nullable String id() {
        return id.get();
    }

    public void id(@Nullable String value) {
        id.set(value);
    }

    public void id(byte[] utf8, int offset, int length) {
        id.set(utf8, offset, length);
    }

    public @Nullable String version() {
        return version.get();
    }

    public void version(@Nullable String value) {
        version.set(value);
    }

    public void version(byte[] utf8, int offset, int length) {
        version.set(utf8, offset, length);
    }

    public void number(int slot, double value) {
        kinds[slot] = NUMBER;
        numbers[slot] = value;
    }

    public void text(int slot, byte[] utf8, int offset, int length) {
        keep(slot, TEXT, utf8, offset, length);
    }

    public void bool(int slot, boolean value) {
        byte[] word = value ? TRUE : FALSE;
        keep(slot, BOOLEAN, word, 0, word.length);
    }

    public void missing(int slot) {
        kinds[slot] = MISSING;
    }

    public void mistyped(int slot) {
        kinds[slot] = MISTYPED;
    }

    public boolean isMissing(int slot) {
        return kinds[slot] == MISSING;
    }

    public boolean isMistyped(int slot) {
        return kinds[slot] == MISTYPED;
    }

    public boolean isNumber(int slot) {
        return kinds[slot] == NUMBER;
    }

    /** True for texts and for booleans, whose text is {@code true} or {@code false}. */
    public boolean isText(int slot) {
        return kinds[slot] == TEXT || kinds[slot] == BOOLEAN;
    }

    public boolean isBoolean(int slot) {
        return kinds[slot] == BOOLEAN;
    }

    /** The boolean in the slot, false if it holds none. */
    public boolean bool(int slot) {
        return isBoolean(slot) && texts[slot] == TRUE;
    }

    /** The number in the slot, NaN if it holds none. */
    public double number(int slot) {
        return isNumber(slot) ? numbers[slot] : Double.NaN;
    }

    /** The text or boolean in the slot, null if it holds neither. */
    public @Nullable String text(int slot) {
        return isText(slot) ? new String(texts[slot], offsets[slot], lengths[slot], UTF_8) : null;
    }

    /** Length in bytes of the text or boolean in the slot, 0 if it holds neither. */
    public int textLength(int slot) {
        return isText(slot) ? lengths[slot] : 0;
    }

    /**
     * The bytes that hold the text or boolean of the slot, from {@link #textOffset} on and {@link #textLength} long; not a copy, not to
     * be changed, and of no meaning if the slot holds neither.
     */
    public byte[] textBytes(int slot) {
        return texts[slot];
    }

    public int textOffset(int slot) {
        return offsets[slot];
    }

    /** Index of the text or boolean in a vocabulary, -1 if the vocabulary does not have it or the slot holds neither. */
    public int indexIn(int slot, Vocabulary vocabulary) {
        return isText(slot) ? vocabulary.indexOf(texts[slot], offsets[slot], lengths[slot]) : -1;
    }

    /** Counts the slot in a profile of its feature: a value of the profile's kind, missing, or mistyped. */
    public void addTo(int slot, Profile profile) {
        if (isMissing(slot)) {
            profile.addMissing();
        } else if (isNumber(slot) && profile instanceof NumericProfile numeric) {
            numeric.add(numbers[slot]);
        } else if (isText(slot) && profile instanceof CategoricalProfile categorical) {
            categorical.add(texts[slot], offsets[slot], lengths[slot]);
        } else {
            profile.addMistyped();
        }
    }

    private void keep(int slot, byte kind, byte[] utf8, int offset, int length) {
        kinds[slot] = kind;
        texts[slot] = utf8;
        offsets[slot] = offset;
        lengths[slot] = length;
    }
}
