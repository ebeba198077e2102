package io.streamgauge.statistics.change;

/** Which detector, with which parameters? An immutable value; equal settings make detectors that behave alike. */
public interface DetectorSettings {

    /** The name in configuration and on the command line: {@code "ddm"}. */
    String name();

    /** Whose rule it is, as rules of the same name differ: {@code "river 0.22"}. */
    String variant();

    /** All parameters, in the form that {@link ChangeDetectors#parse} reads: {@code "ddm:warm-start=30,..."}. */
    String specification();

    /** Which values the detector is for. */
    ValueRange values();

    /** A detector that has seen nothing yet. */
    ChangeDetector start();

    /**
     * A detector that goes on where another one with these settings was written to bytes.
     *
     * @throws IllegalArgumentException if the bytes are damaged, of another version, or of other settings
     */
    ChangeDetector resume(byte[] state);
}
