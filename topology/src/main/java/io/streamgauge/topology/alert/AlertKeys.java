package io.streamgauge.topology.alert;

import io.streamgauge.alerts.lifecycle.Lifecycle;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the alert store: scores that wait for their window's mark, the last judged window of each source, alert states. */
final class AlertKeys {
    private static final int SCORE = 0;
    private static final int JUDGED = 1;
    private static final int STATE = 2;

    private AlertKeys() {}

    static Bytes score(Score score) {
        return family(score.subject().model(), score.subject().source(), score.window())
                .text(score.subject().version())
                .text(score.subject().slice())
                .text(score.check())
                .text(score.metric())
                .text(score.feature() == null ? "" : score.feature())
                .toKey();
    }

    /** What a score is about, but for its window. */
    record Series(Subject subject, String check, String metric, String feature, String windows) {
        static Series of(Score score) {
            return new Series(
                    score.subject(),
                    score.check(),
                    score.metric(),
                    score.feature() == null ? "" : score.feature(),
                    score.window().series());
        }

        boolean isOf(Score score) {
            return metric.equals(score.metric())
                    && feature.equals(score.feature() == null ? "" : score.feature())
                    && check.equals(score.check())
                    && subject.equals(score.subject())
                    && windows.equals(score.window().series());
        }
    }

    /**
     * What need not be computed with every score of a series.
     *
     * @param order of its keys among those of the same window
     * @param state key of its alert's state
     */
    record Cached(Bytes order, Bytes state) {}

    static Cached cached(Score score, AlertDefinition definition) {
        Bytes order = new StateWriter()
                .text(score.subject().version())
                .text(score.subject().slice())
                .text(score.check())
                .text(score.metric())
                .text(score.feature() == null ? "" : score.feature())
                .toKey();
        Lifecycle lifecycle = definition.lifecycle(score.subject().model());
        return new Cached(order, lifecycle == null ? order : state(lifecycle.fingerprint(score)));
    }

    /** What the keys of all scores of one window start with. */
    static Bytes family(WindowMark mark) {
        return family(mark.model(), mark.source(), mark.window()).toKey();
    }

    /** The last judged window of this series. */
    static Bytes judged(WindowMark mark) {
        return new StateWriter()
                .tag(JUDGED)
                .text(mark.model())
                .text(mark.source().word())
                .text(mark.window().series())
                .toKey();
    }

    static Bytes state(String fingerprint) {
        return new StateWriter().tag(STATE).text(fingerprint).toKey();
    }

    private static StateWriter family(String model, Source source, Window window) {
        return new StateWriter()
                .tag(SCORE)
                .text(model)
                .text(source.word())
                .number(window.endMs())
                .text(window.series());
    }
}
