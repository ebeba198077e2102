package io.streamgauge.app.calibrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A calibration as a configuration patch, with the evidence as comments; it is a policy of {@code backtest}, too. */
public final class PatchText {
    private PatchText() {}

    /**
     * @param budget as on the command line
     * @param baselines where the baseline of each model was written, in the order of the models
     */
    public static String of(List<Calibrator> models, String range, String budget, List<Path> baselines) {
        var text = new StringBuilder();
        text.append("# Calibrated on ")
                .append(range)
                .append(" for ")
                .append(budget)
                .append(" false alarms per feature.\n");
        models.forEach(model -> model.warnings().forEach(warning -> line(text, "# NOT HEALTHY? %s", warning)));
        text.append(
                "#\n# thresholds at the median rows of a window, by the baseline's own windows and by those of the range; windows of each\n");
        text.append(
                "# week beyond what the other weeks give; change of the distance were the same hour of other weeks the reference\n");
        line(
                text,
                "# %-40s %7s %9s %10s %10s %14s %8s",
                "feature",
                "windows",
                "rows",
                "before",
                "after",
                "held out",
                "hour");
        models.forEach(model -> model.features().forEach(feature -> line(text, "# %s", row(feature))));
        text.append("models:\n");
        for (int i = 0; i < models.size(); i++) {
            line(text, "  %s:", quoted(models.get(i).model()));
            line(text, "    baseline: { file: %s }", quoted(baselines.get(i).toString()));
            addChecks(text, models.get(i), budget);
        }
        return text.toString();
    }

    private static void addChecks(StringBuilder text, Calibrator model, String budget) {
        List<FeatureCalibration> paying = model.features().stream()
                .filter(FeatureCalibration::hourOfWeekPays)
                .toList();
        if (paying.isEmpty()) {
            line(text, "    checks: { drift: { false-alarms: %s } }", budget);
            return;
        }
        line(text, "    checks:");
        line(text, "      drift: { false-alarms: %s }", budget);
        line(text, "      features:");
        paying.forEach(
                feature -> line(text, "        %s: { drift: { reference: hour-of-week } }", quoted(feature.feature())));
    }

    private static String row(FeatureCalibration feature) {
        Double hour = feature.hourOfWeek();
        return String.format(
                Locale.ROOT,
                "%-40s %7d %9d %10.4g %10.4g %6d of %5d %8s",
                feature.source().word() + "." + feature.feature() + " (" + feature.metric() + ")",
                feature.windows(),
                feature.rows(),
                feature.before(),
                feature.after(),
                feature.heldOutBeyond(),
                feature.heldOut(),
                hour == null
                        ? "-"
                        : String.format(
                                Locale.ROOT, "%+.0f %%%s", 100 * hour, feature.hourOfWeekPays() ? " pays" : ""));
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
