package io.streamgauge.app.view;

import io.streamgauge.app.view.ModelSummary.State;
import io.streamgauge.statistics.inference.Verdict;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of one model. */
final class ModelTally {
    private final String model;
    private @Nullable ScoreRow latest;
    private @Nullable Long latestWindowEndMs;
    private int firing;
    private int pending;
    private int series;
    private int moved;
    private long windows;

    ModelTally(String model) {
        this.model = model;
    }

    void add(ScoreRow score) {
        series++;
        if (score.verdict() == Verdict.MOVED) {
            moved++;
        }
        if (latest == null || score.windowEndMs() >= latest.windowEndMs()) {
            latest = score;
        }
        reached(score.windowEndMs());
    }

    void add(AlertRow alert) {
        if (alert.isNews()) {
            return;
        }
        if (alert.isFiring()) {
            firing++;
        } else if (alert.isPending()) {
            pending++;
        }
    }

    void add(WindowRow latestWindow, long count) {
        windows += count;
        reached(latestWindow.windowEndMs());
    }

    ModelSummary summary() {
        return new ModelSummary(
                model,
                latest == null ? null : latest.version(),
                state(),
                firing,
                pending,
                series,
                moved,
                windows,
                latestWindowEndMs);
    }

    private State state() {
        if (firing > 0) {
            return State.FIRING;
        }
        if (pending > 0) {
            return State.PENDING;
        }
        return series > 0 ? State.STEADY : State.WAITING;
    }

    private void reached(long windowEndMs) {
        if (latestWindowEndMs == null || windowEndMs > latestWindowEndMs) {
            latestWindowEndMs = windowEndMs;
        }
    }
}
