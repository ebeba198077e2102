package io.streamgauge.app.backtest;

import java.util.Comparator;
import java.util.Locale;

/** Which of two policies is better? A missed incident weighs most, then false alerts, then delay, then hours of alert. */
final class Ranking {
    static final Comparator<Judgement> BEST_FIRST = Comparator.<Judgement>comparingInt(
                    judged -> judged.missed().size())
            .thenComparingDouble(judged -> judged.falseAlerts().value())
            .thenComparingDouble(Ranking::delay)
            .thenComparingDouble(judged -> judged.alertHours().value());

    private Ranking() {}

    /** Why the first is better than the second. */
    static String explained(Judgement best, Judgement second) {
        String names = "'%s' is best, before '%s': ".formatted(best.policy(), second.policy());
        if (best.missed().size() != second.missed().size()) {
            return names
                    + "it misses %d of %d incidents, the other %d (%s)."
                            .formatted(
                                    best.missed().size(),
                                    best.incidents(),
                                    second.missed().size(),
                                    String.join(", ", second.missed()));
        }
        String equal = names
                + "both miss %d of %d incidents, and ".formatted(best.missed().size(), best.incidents());
        if (best.falseAlerts().value() != second.falseAlerts().value()) {
            return equal
                    + String.format(
                            Locale.ROOT,
                            "it has %.0f false alerts, the other %.0f%s.",
                            best.falseAlerts().value(),
                            second.falseAlerts().value(),
                            doubt(best.falseAlerts(), second.falseAlerts()));
        }
        if (delay(best) != delay(second)) {
            return equal
                    + String.format(
                            Locale.ROOT,
                            "have as many false alerts; it tells of them after %.1f h, the other after %.1f h%s.",
                            best.delayHours().value(),
                            second.delayHours().value(),
                            doubt(best.delayHours(), second.delayHours()));
        }
        if (best.alertHours().value() != second.alertHours().value()) {
            return equal
                    + String.format(
                            Locale.ROOT,
                            "are as fast; it is in alert for %.0f h, the other for %.0f h%s.",
                            best.alertHours().value(),
                            second.alertHours().value(),
                            doubt(best.alertHours(), second.alertHours()));
        }
        return "'%s' and '%s' do equally well on this past.".formatted(best.policy(), second.policy());
    }

    private static String doubt(Judgement.Interval a, Judgement.Interval b) {
        boolean apart = a.upper() < b.lower() || b.upper() < a.lower();
        return apart ? "" : ", which may be chance, as the intervals overlap";
    }

    private static double delay(Judgement judged) {
        double hours = judged.delayHours().value();
        return Double.isNaN(hours) ? Double.MAX_VALUE : hours;
    }
}
