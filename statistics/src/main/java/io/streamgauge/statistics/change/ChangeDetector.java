package io.streamgauge.statistics.change;

/**
 * Answers after each value of a stream whether the stream has changed.
 *
 * <p>Laws: equal settings and equal values give equal levels; a detector that is stopped after any value, written to bytes
 * and {@linkplain DetectorSettings#resume resumed} goes on as if nothing had happened; after {@link ChangeLevel#DRIFT} it
 * starts anew, so that the next drift is one against the values behind this one. Its memory is bounded by its settings (and,
 * for ADWIN, by the logarithm of the number of values). Not thread-safe.
 */
public interface ChangeDetector {

    /** What the detector was made with. */
    DetectorSettings settings();

    /**
     * Takes the next value. NaN and infinities say nothing about the stream: they are answered with {@link ChangeLevel#NONE} and
     * leave the state as it is, but for the time of day of a detector with a season.
     *
     * @throws IllegalArgumentException if the value is outside of {@link DetectorSettings#values()}; the state stays as it is
     */
    ChangeLevel step(double value);

    /** The state: a version byte, a mark of the settings, then the numbers of the detector, all in big-endian order. */
    byte[] toBytes();
}
