package io.streamgauge.topology.alert;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.AlertState;
import io.streamgauge.alerts.lifecycle.AlertStateFormat;
import io.streamgauge.alerts.lifecycle.Lifecycle;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.alerts.verdict.Judged;
import io.streamgauge.alerts.verdict.ScoreJudge;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.inference.Verdict;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Collects the scores of a window until its mark, judges them together and moves the alerts on. Reads nothing but scores and the
 * policy, so that a what-if over stored scores is the same code.
 *
 * <p>Knows nothing of Kafka Streams. One thread at a time.
 */
public final class Alerting {
    private static final int VERSION = 1;

    private final AlertDefinition definition;
    private final ScoreFormat scoreFormat = new ScoreFormat();

    /** Of the series judged from scores at hand; empty where they come from the state. */
    private final Map<Series, FamilyOrder> orders = new HashMap<>();

    private record Series(String model, Source source, String windows) {}

    private final LiveState<byte[]> state;
    private final Consumer<Alert> out;

    /** @param out takes every change of an alert, in order */
    public Alerting(AlertDefinition definition, LiveState<byte[]> state, Consumer<Alert> out) {
        this.definition = definition;
        this.state = state;
        this.out = out;
    }

    /** Takes the next record of the scores topic. */
    public void process(GenericRecord record) {
        if (WindowMarkRecord.isOne(record)) {
            WindowMark mark = WindowMarkRecord.read(record);
            judgeFamily(mark, takeFamily(mark), null);
        } else {
            state.put(AlertKeys.score(ScoreRecord.read(record)), scoreFormat.write(record));
        }
    }

    /**
     * Judges a window whose scores are at hand: the same as {@link #process} of each of them and then of the mark, but the scores need
     * not wait in the state.
     */
    public void judge(WindowMark mark, List<Score> scores) {
        var series = new Series(mark.model(), mark.source(), mark.window().series());
        FamilyOrder order = orders.get(series);
        if (order == null || !order.fits(scores)) {
            order = new FamilyOrder(scores, definition);
            orders.put(series, order);
        }
        judgeFamily(mark, order.sorted(scores), order.states());
    }

    /** @param states keys of the states of the scores' alerts, where they are known */
    private void judgeFamily(WindowMark mark, List<Score> family, @Nullable List<Bytes> states) {
        Lifecycle lifecycle = definition.lifecycle(mark.model());
        if (lifecycle == null || alreadyJudged(mark)) {
            return; // the model was taken out of the configuration, or an at-least-once repetition
        }
        if (family.size() != mark.scores()) {
            throw new IllegalStateException("window " + mark.window() + " of model '" + mark.model() + "' has "
                    + family.size() + " scores, its mark says " + mark.scores());
        }
        definition.meter().windowClosed(mark.model(), mark.source());
        List<Judged> judged = ScoreJudge.judge(family);
        for (int i = 0; i < judged.size(); i++) {
            Score score = family.get(i);
            definition.meter().score(mark.model(), score.check(), judged.get(i).verdict());
            Bytes key = states == null ? AlertKeys.state(lifecycle.fingerprint(score)) : states.get(i);
            step(lifecycle, judged.get(i), key);
        }
    }

    private void step(Lifecycle lifecycle, Judged judged, Bytes key) {
        byte[] stored = state.get(key);
        if (stored == null && judged.verdict() != Verdict.MOVED) {
            return; // what is quiet stays quiet
        }
        AlertState before = stored == null ? AlertState.quiet() : AlertStateFormat.read(stored);
        List<Lifecycle.Outcome> steps = lifecycle.steps(before, judged);
        AlertState next = steps.get(steps.size() - 1).next();
        if (next.isForgettable()) {
            if (stored != null) {
                state.remove(key);
            }
        } else if (!next.equals(before)) {
            state.put(key, AlertStateFormat.write(next));
        }
        steps.forEach(step -> announce(step.alert()));
    }

    private void announce(@Nullable Alert alert) {
        if (alert != null) {
            definition.meter().alert(alert.score().subject().model(), alert.kind(), alert.phase());
            out.accept(alert);
        }
    }

    /** Takes the scores of the marked window out of the store, in key order. */
    private List<Score> takeFamily(WindowMark mark) {
        var family = new ArrayList<Score>();
        for (Bytes key : state.keysOf(AlertKeys.family(mark))) {
            byte[] bytes = state.get(key);
            if (bytes != null) {
                family.add(ScoreRecord.read(scoreFormat.read(bytes)));
            }
            state.remove(key);
        }
        return family;
    }

    private boolean alreadyJudged(WindowMark mark) {
        Bytes key = AlertKeys.judged(mark);
        byte[] last = state.get(key);
        boolean repeated = last != null
                && new StateReader(last, "the last judged window")
                                .expectVersion(VERSION)
                                .number()
                        >= mark.window().endMs();
        if (!repeated) {
            state.put(
                    key,
                    new StateWriter().tag(VERSION).number(mark.window().endMs()).toBytes());
        }
        return repeated;
    }
}
