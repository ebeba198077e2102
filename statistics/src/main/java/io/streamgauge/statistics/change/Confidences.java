package io.streamgauge.statistics.change;

/** What both HDDM tests ask of their confidences: a drift is rarer than a warning. */
final class Confidences {
    private Confidences() {}

    static void require(String detector, double drift, double warning) {
        Parameters.require(drift > 0 && drift < 1, detector, "drift-confidence", "must be in (0, 1)", drift);
        Parameters.require(
                warning >= drift && warning < 1,
                detector,
                "warning-confidence",
                "must be in [drift-confidence, 1)",
                warning);
    }
}
