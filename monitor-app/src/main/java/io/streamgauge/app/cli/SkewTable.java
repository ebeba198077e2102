package io.streamgauge.app.cli;

import io.streamgauge.app.skew.SideCounts;
import io.streamgauge.app.skew.SkewAnswer;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.diagnosis.Diagnoses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The skew of all features as a table for people, those that differ most first. */
final class SkewTable {
    private static final List<String> HEAD = List.of(
            "feature", "match", "mismatch", "training only", "serving only", "rate", "below (95%)", "looks like");

    private SkewTable() {}

    static List<String> lines(SkewAnswer answer) {
        List<String> lines = new ArrayList<>(rows(answer));
        if (answer.features().isEmpty()) {
            return lines;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(HEAD);
        answer.features().stream()
                .sorted(Comparator.comparingDouble(
                                (FeatureSkew each) -> each.counts().rate())
                        .reversed())
                .forEach(each -> table.add(row(each)));
        lines.add("");
        lines.addAll(TextTable.aligned(table));
        return lines;
    }

    /** What became of the rows. */
    static List<String> rows(SkewAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("%d pair(s) of rows".formatted(answer.pairs()));
        lines.add("training: " + side(answer.training()));
        lines.add("serving:  " + side(answer.serving()));
        if (answer.comparedNothing()) {
            lines.add("Nothing was compared: no row of serving has the id of a row of training.");
        }
        return lines;
    }

    private static String side(SideCounts counts) {
        return "%d row(s), of these %d without an id, %d with an id that is there more than once, %d without a counterpart"
                .formatted(counts.rows(), counts.withoutIdentifier(), counts.ambiguous(), counts.unmatched());
    }

    private static List<String> row(FeatureSkew skew) {
        FeatureCounts counts = skew.counts();
        return List.of(
                TextTable.printable(skew.feature()),
                Long.toString(counts.match()),
                Long.toString(counts.mismatch()),
                Long.toString(counts.baseOnly()),
                Long.toString(counts.testOnly()),
                percent(counts.rate()),
                percent(counts.upperBound()),
                TextTable.safe(String.join("; ", Diagnoses.words(skew))));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g%%", 100 * share);
    }
}
