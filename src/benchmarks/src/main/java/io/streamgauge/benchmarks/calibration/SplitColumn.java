package io.streamgauge.benchmarks.calibration;

import io.streamgauge.benchmarks.calibration.ShuffledRows.Cell;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Makes a baseline of the first rows of a column, as a baseline is made of training data, and live windows of the others. */
final class SplitColumn {

    private SplitColumn() {}

    static Trial trial(List<Cell> cells, int n, int windows) {
        Layout layout = layout(cells.subList(0, n * windows));
        List<Profile> all = new ArrayList<>();
        for (int start = 0; start + n <= cells.size(); start += n) {
            Profile profile = layout.newProfile();
            cells.subList(start, start + n).forEach(cell -> add(cell, profile));
            all.add(profile);
        }
        Profile total = layout.newProfile();
        all.subList(0, windows).forEach(total::mergeFrom);
        return new Trial(total, all.subList(0, windows), all.subList(windows, all.size()));
    }

    private static Layout layout(List<Cell> cells) {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> {
            if (cell.text() != null) {
                texts.add(cell.text());
            }
        });
        return texts.isEmpty()
                ? Grid.fromSample(cells.stream().mapToDouble(Cell::number).toArray(), Grid.DEFAULT_BINS)
                : Vocabulary.of(texts);
    }

    private static void add(Cell cell, Profile profile) {
        if (cell.isMissing()) {
            profile.addMissing();
        } else if (profile instanceof NumericProfile numbers) {
            numbers.add(cell.number());
        } else if (profile instanceof CategoricalProfile categories) {
            categories.add(cell.text() == null ? Double.toString(cell.number()) : cell.text());
        }
    }
}
