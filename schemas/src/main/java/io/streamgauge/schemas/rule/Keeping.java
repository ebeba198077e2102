package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.event.EventBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a slot surely keep a rule? What is not among them may keep it, too, so that the rule itself has to be asked. Most events
 * keep all rules of a slot; one look at these bounds then does for all of them.
 *
 * @param missing whether no value at all is good
 * @param least numbers from here on are good; NaN never is
 * @param most numbers up to here are good
 * @param whole whether numbers must have no fraction
 * @param texts whether any text is good
 * @param words texts that are good; null if {@code texts} says it all
 */
record Keeping(
        boolean missing,
        double least,
        double most,
        boolean whole,
        boolean texts,
        @Nullable WordSet words) {
    /** All but a value of the wrong type, and NaN. */
    static final Keeping ANYTHING =
            new Keeping(true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, true, null);

    static final Keeping ANY_VALUE =
            new Keeping(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, true, null);

    /** A missing value. */
    static final Keeping NO_VALUE =
            new Keeping(true, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, false, null);

    static final Keeping NOTHING =
            new Keeping(false, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, false, null);

    /** Where each text has to be looked at. */
    static final Keeping NO_TEXT =
            new Keeping(true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false, null);

    static final Keeping WHOLE_NUMBERS =
            new Keeping(true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true, null);

    static Keeping between(double least, double most) {
        return new Keeping(true, least, most, false, true, null);
    }

    static Keeping zeroOrOne() {
        return new Keeping(true, 0, 1, true, true, null);
    }

    static Keeping words(WordSet words) {
        return new Keeping(true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false, words);
    }

    /** What surely keeps both. Of two different sets of words neither is known to hold the other. */
    Keeping and(Keeping other) {
        boolean differ = words != null && other.words != null && words != other.words;
        WordSet kept = differ ? null : words != null ? words : other.words;
        boolean wordsCount = kept != null && (words != null || texts) && (other.words != null || other.texts);
        return new Keeping(
                missing && other.missing,
                Math.max(least, other.least),
                Math.min(most, other.most),
                whole || other.whole,
                texts && other.texts,
                wordsCount ? kept : null);
    }

    /** Whether the value in the slot is one of them. */
    boolean holds(EventBuffer event, int slot) {
        if (event.isNumber(slot)) {
            return holds(event.number(slot));
        }
        if (event.isText(slot)) {
            return texts || (words != null && holds(event, slot, words));
        }
        return missing && event.isMissing(slot);
    }

    private boolean holds(double value) {
        return value >= least && value <= most && (!whole || Math.rint(value) == value);
    }

    private static boolean holds(EventBuffer event, int slot, WordSet words) {
        return words.holds(event.textBytes(slot), event.textOffset(slot), event.textLength(slot));
    }
}
