package io.streamgauge.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What does this event say? A reusable row: event time, id, model version and a slot for each feature.
 *
 * <p>A slot holds a number, a text, a boolean, nothing ({@link #missing}), the length of a list, which profiles count as something of the
 * wrong kind, or something of the wrong kind ({@link #mistyped}); after {@link #clear} every slot is missing. Texts and names are kept as references to the caller's UTF-8 bytes,
 * which must not change as long as the row is kept. Not thread-safe.
 *
 * <p>Most use one row. With more, the slots of an event are set aside by {@link #keepRow}, to be counted together with those of
 * others: a feature's values one after the other, into a profile that stays in the processor's cache meanwhile.
 */
public final class EventBuffer {
    static final byte MISSING = 0;
    static final byte NUMBER = 1;
    static final byte TEXT = 2;
    static final byte BOOLEAN = 3;
    static final byte MISTYPED = 4;
    static final byte LIST = 5;
    /** No id of a schema: these are not negative. */
    public static final int NO_SCHEMA = -1;

    private static final int CACHE_LINE = 64;
    private static final byte[] NO_BYTES = {};
    private static final byte[] TRUE = "true".getBytes(UTF_8);
    private static final byte[] FALSE = "false".getBytes(UTF_8);

    private final int slots;
    private final int rows;
    /** From a slot to the next one: its rows, and some more so that not all slots share a place in the processor's cache. */
    private final int stride;
    // Slot by slot. A cell is the bits of a double, or where a text begins (high half) and how long it is.
    private final byte[] kinds;
    private final long[] cells;
    private final byte[][] texts;
    /** Values of lists, where somebody keeps them. */
    private final @Nullable List<@Nullable Object>[] items;

    private final Column column;
    private int row;
    /** Whether every slot of the current row is known to be missing. */
    private boolean empty;

    private long eventTimeMs;
    private boolean hasEventTime;
    private final Name id = new Name();
    private final Name version = new Name();
    private @Nullable NewColumn newColumn;
    private int schemaId = NO_SCHEMA;

    /** A buffer of one row. */
    public EventBuffer(int slots) {
        this(slots, 1);
    }

    public EventBuffer(int slots, int rows) {
        this.slots = slots;
        this.rows = rows;
        stride = rows == 1 ? 1 : rows + CACHE_LINE / Long.BYTES;
        kinds = new byte[slots * stride];
        cells = new long[slots * stride];
        texts = new byte[slots * stride][];
        Arrays.fill(texts, NO_BYTES);
        items = noItems(slots * stride);
        column = new Column(stride, rows, kinds, cells, texts);
    }

    public int slots() {
        return slots;
    }

    /** Which row is the current one: as many are kept. */
    public int row() {
        return row;
    }

    /**
     * Sets the slots of the current row aside and goes on to the next; {@link #clear} must come before anything else.
     *
     * @return false if there is none: {@link #forgetRows} must come next
     */
    public boolean keepRow() {
        if (row + 1 < rows) {
            row++;
            empty = true;
            return true;
        }
        return false;
    }

    /** Goes back to the first row; none is kept any longer. {@link #clear} must come before anything else. */
    public void forgetRows() {
        for (int slot = 0; slot < slots; slot++) {
            Arrays.fill(kinds, slot * stride, slot * stride + row + 1, MISSING);
        }
        row = 0;
        empty = true;
    }

    /** Forgets the event of the current row: no time, no id, no version, every slot missing. */
    public void clear() {
        if (!empty) {
            for (int slot = 0; slot < slots; slot++) {
                kinds[at(slot)] = MISSING;
            }
        }
        empty = false; // from now on it is written to
        eventTimeMs = 0;
        hasEventTime = false;
        id.clear();
        version.clear();
        newColumn = null;
        schemaId = NO_SCHEMA;
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

    /** By which schema the event was written; {@link #NO_SCHEMA} where that is not said. */
    public int schemaId() {
        return schemaId;
    }

    public void schemaId(int id) {
        schemaId = id;
    }

    /** The first column of the event that nobody expected; null if there is none, or nobody asks. */
    public @Nullable NewColumn newColumn() {
        return newColumn;
    }

    public void newColumn(@Nullable NewColumn column) {
        newColumn = column;
    }

    public void number(int slot, double value) {
        kinds[at(slot)] = NUMBER;
        cells[at(slot)] = Double.doubleToRawLongBits(value);
    }

    public void text(int slot, byte[] utf8, int offset, int length) {
        keep(slot, TEXT, utf8, offset, length);
    }

    public void bool(int slot, boolean value) {
        byte[] word = value ? TRUE : FALSE;
        keep(slot, BOOLEAN, word, 0, word.length);
    }

    public void missing(int slot) {
        kinds[at(slot)] = MISSING;
    }

    public void mistyped(int slot) {
        kinds[at(slot)] = MISTYPED;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<@Nullable Object>[] noItems(int cells) {
        return (List<@Nullable Object>[]) new List<?>[cells];
    }

    /** A list of values that each are of the slot's kind; only how many is kept. */
    public void list(int slot, int length) {
        items[at(slot)] = null;
        kinds[at(slot)] = LIST;
        cells[at(slot)] = length;
    }

    /** The values of the list in the slot: Double, String, Boolean, or null. They must not change any more. */
    public void items(int slot, List<@Nullable Object> values) {
        items[at(slot)] = values;
    }

    /** The values of the list in the slot; null if it holds none, or nobody kept them. */
    public @Nullable List<@Nullable Object> items(int slot) {
        return isList(slot) ? items[at(slot)] : null;
    }

    /** How many values there are: of a list its length, of nothing 0, else 1. */
    public int valueCount(int slot) {
        return isList(slot) ? (int) cells[at(slot)] : isMissing(slot) ? 0 : 1;
    }

    public boolean isList(int slot) {
        return kinds[at(slot)] == LIST;
    }

    public boolean isMissing(int slot) {
        return kinds[at(slot)] == MISSING;
    }

    public boolean isMistyped(int slot) {
        return kinds[at(slot)] == MISTYPED;
    }

    public boolean isNumber(int slot) {
        return kinds[at(slot)] == NUMBER;
    }

    /** True for texts and for booleans, whose text is {@code true} or {@code false}. */
    public boolean isText(int slot) {
        byte kind = kinds[at(slot)];
        return kind == TEXT || kind == BOOLEAN;
    }

    public boolean isBoolean(int slot) {
        return kinds[at(slot)] == BOOLEAN;
    }

    /** The boolean in the slot, false if it holds none. */
    public boolean bool(int slot) {
        return isBoolean(slot) && texts[at(slot)] == TRUE;
    }

    /** The number in the slot, NaN if it holds none. */
    public double number(int slot) {
        return isNumber(slot) ? Double.longBitsToDouble(cells[at(slot)]) : Double.NaN;
    }

    /** The text or boolean in the slot, null if it holds neither. */
    public @Nullable String text(int slot) {
        return isText(slot) ? new String(textBytes(slot), textOffset(slot), textLength(slot), UTF_8) : null;
    }

    /** Length in bytes of the text or boolean in the slot, 0 if it holds neither. */
    public int textLength(int slot) {
        return isText(slot) ? length(cells[at(slot)]) : 0;
    }

    /**
     * The bytes that hold the text or boolean of the slot, from {@link #textOffset} on and {@link #textLength} long; not a copy, not to
     * be changed, and of no meaning if the slot holds neither.
     */
    public byte[] textBytes(int slot) {
        return texts[at(slot)];
    }

    public int textOffset(int slot) {
        return start(cells[at(slot)]);
    }

    /** Where the text of a cell begins. */
    static int start(long cell) {
        return (int) (cell >> Integer.SIZE);
    }

    static int length(long cell) {
        return (int) cell;
    }

    /** Index of the text or boolean in a vocabulary, -1 if the vocabulary does not have it or the slot holds neither. */
    public int indexIn(int slot, Vocabulary vocabulary) {
        return isText(slot) ? vocabulary.indexOf(textBytes(slot), textOffset(slot), textLength(slot)) : -1;
    }

    /** Counts the slot of the current row in a profile of its feature: a value of the profile's kind, missing, or mistyped. */
    public void addTo(int slot, Profile profile) {
        if (isMissing(slot)) {
            profile.addMissing();
        } else if (isNumber(slot) && profile instanceof NumericProfile numeric) {
            numeric.add(number(slot));
        } else if (isText(slot) && profile instanceof CategoricalProfile categorical) {
            categorical.add(textBytes(slot), textOffset(slot), textLength(slot));
        } else {
            profile.addMistyped();
        }
    }

    /**
     * Counts the slot of several rows, as {@link #addTo(int, Profile)} counts one.
     *
     * @param which numbers of the rows, of which the first {@code count} are meant
     */
    public void addTo(int slot, Profile profile, int[] which, int count) {
        if (profile instanceof NumericProfile numeric) {
            column.addNumbers(slot, numeric, which, count);
        } else if (profile instanceof CategoricalProfile categorical) {
            column.addTexts(slot, categorical, which, count);
        }
    }

    private void keep(int slot, byte kind, byte[] utf8, int offset, int length) {
        int at = at(slot);
        kinds[at] = kind;
        texts[at] = utf8;
        cells[at] = (long) offset << Integer.SIZE | length;
    }

    private int at(int slot) {
        return slot * stride + row;
    }
}
