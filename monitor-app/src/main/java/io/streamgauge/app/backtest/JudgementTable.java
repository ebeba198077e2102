package io.streamgauge.app.backtest;

import java.util.List;
import java.util.Locale;

/** Judgements as rows of texts. */
public final class JudgementTable {
    public static final List<String> HEAD =
            List.of("policy", "alerts", "alert hours", "flips", "false alerts", "missed", "median delay, h");

    private JudgementTable() {}

    public static List<List<String>> rows(List<Judgement> judgements) {
        return judgements.stream().map(JudgementTable::row).toList();
    }

    private static List<String> row(Judgement judged) {
        String missed = judged.incidents() == 0
                ? "-"
                : judged.missed().size() + " of " + judged.incidents()
                        + (judged.missed().isEmpty() ? "" : ": " + String.join(", ", judged.missed()));
        return List.of(
                judged.policy(),
                text(judged.fired(), "%.0f [%.0f, %.0f]"),
                text(judged.alertHours(), "%.0f [%.0f, %.0f]"),
                Long.toString(judged.flips()),
                judged.incidents() == 0 ? "-" : text(judged.falseAlerts(), "%.0f [%.0f, %.0f]"),
                missed,
                Double.isNaN(judged.delayHours().value()) ? "-" : text(judged.delayHours(), "%.1f [%.1f, %.1f]"));
    }

    private static String text(Judgement.Interval interval, String format) {
        return String.format(Locale.ROOT, format, interval.value(), interval.lower(), interval.upper());
    }
}
