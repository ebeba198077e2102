package io.streamgauge.app.backtest;

import io.streamgauge.checks.DriftCheck;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How close did each feature come to its threshold, over time? A {@link Strip} for each series of scores on whole sources. */
final class Strips implements LocalOutput {
    /** What stands for the ratio where nothing at all was to be expected. */
    private static final int FEW = 50;

    private final Map<Strip.Key, Strip> strips = new HashMap<>();

    @Override
    public void score(AssessOutput.ToScores output) {
        if (output instanceof AssessOutput.OneScore one
                && one.score().subject().slice().equals(Subject.ALL)
                && one.score().measurement().enoughData()) {
            add(one.score());
        }
    }

    private void add(Score score) {
        Window window = score.window();
        double threshold = score.measurement().threshold();
        double value = score.measurement().value();
        float ratio = (float) (threshold > 0 ? value / threshold : value > 0 ? FEW : 0);
        Strip strip = strips.computeIfAbsent(key(score), Strip::new);
        if (ratio == 0 && !score.check().equals(DriftCheck.NAME)) {
            strip.addNothing(window.sizeMs());
        } else {
            strip.add(window.startMs(), window.sizeMs(), ratio);
        }
    }

    private static Strip.Key key(Score score) {
        return new Strip.Key(
                score.subject().model(),
                score.subject().source().word(),
                score.check(),
                score.metric(),
                score.feature() == null ? "" : score.feature(),
                score.window().series());
    }

    /** The series of a check, the worst first: by windows above the threshold, then by the largest ratio. */
    List<Strip> of(String check) {
        return strips.values().stream()
                .filter(strip -> strip.key().check().equals(check))
                .sorted(Comparator.comparingLong(Strip::above)
                        .thenComparing(Strip::largest)
                        .reversed()
                        .thenComparing(strip -> strip.key().toString()))
                .toList();
    }

    /** First start of any window; 0 if there is none. */
    long firstMs() {
        return kept().mapToLong(strip -> strip.startMs(0)).min().orElse(0);
    }

    /** Last end of any window; 0 if there is none. */
    long lastMs() {
        return kept().mapToLong(strip -> strip.startMs(strip.size() - 1) + strip.windowMs())
                .max()
                .orElse(0);
    }

    private Stream<Strip> kept() {
        return strips.values().stream().filter(strip -> strip.size() > 0);
    }
}
