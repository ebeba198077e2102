package io.streamgauge.app.cli;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A baseline as a table for people. */
final class BaselineTable {
    private static final int TOP_VALUES = 3;
    private static final List<String> HEAD =
            List.of("source", "feature", "type", "n", "missing", "values", "distribution");

    private BaselineTable() {}

    static List<String> lines(Baseline baseline) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Source source : Source.values()) {
            baseline.features(source).forEach(feature -> rows.add(row(feature)));
        }
        List<String> lines = new ArrayList<>();
        lines.add("model %s, version %s, baseline %s"
                .formatted(
                        TextTable.printable(baseline.model()), TextTable.printable(baseline.version()), baseline.id()));
        lines.addAll(windows(baseline));
        lines.add("");
        lines.addAll(TextTable.aligned(rows));
        return lines;
    }

    private static List<String> windows(Baseline baseline) {
        List<String> lines = new ArrayList<>();
        for (Source source : Source.values()) {
            List<ReferenceWindow> windows = baseline.windows(source);
            if (!windows.isEmpty()) {
                long empty = windows.stream().filter(each -> each.count() == 0).count();
                lines.add("%s: %d windows of %s from %s to %s, %d of them empty"
                        .formatted(
                                source.word(),
                                windows.size(),
                                Durations.format(baseline.windowSize()),
                                Instant.ofEpochMilli(windows.get(0).startMs()),
                                Instant.ofEpochMilli(
                                        windows.get(windows.size() - 1).endMs()),
                                empty));
            }
        }
        return lines.isEmpty() ? List.of("no windows: the training data had no event times") : lines;
    }

    private static List<String> row(FeatureBaseline feature) {
        Profile total = feature.total();
        return List.of(
                feature.schema().source().word(),
                TextTable.printable(feature.schema().name()),
                feature.schema().type().word(),
                Long.toString(total.count()),
                Long.toString(total.missing() + total.mistyped()),
                total instanceof NumericProfile numeric ? range(numeric) : top((CategoricalProfile) total),
                Sparkline.of(total));
    }

    private static String range(NumericProfile profile) {
        if (profile.finite() == 0) {
            return "none";
        }
        // The mean is of quantised values, and may lie outside by less than a step.
        double mean = Math.min(profile.max(), Math.max(profile.min(), profile.mean()));
        return "min %s, mean %s, max %s".formatted(number(profile.min()), number(mean), number(profile.max()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String top(CategoricalProfile profile) {
        long present = profile.count() - profile.missing() - profile.mistyped();
        Stream<String> most = byCount(profile)
                .limit(TOP_VALUES)
                .map(i -> "%s %.1f%%"
                        .formatted(
                                TextTable.printable(profile.layout().value(i)),
                                100.0 * profile.countOf(i) / Math.max(1, present)));
        int others = profile.layout().size() - TOP_VALUES;
        String shown = most.collect(Collectors.joining(", "));
        return shown.isEmpty() ? "none" : others > 0 ? shown + ", " + others + " more" : shown;
    }

    /** Indices into the vocabulary, the most frequent first, ties by value. */
    static Stream<Integer> byCount(CategoricalProfile profile) {
        return IntStream.range(0, profile.layout().size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> profile.countOf(i))
                        .reversed());
    }
}
