package io.streamgauge.topology.alert;

import io.streamgauge.checks.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;

/**
 * The order of the scores of a window by their keys, and where the states of their alerts are. The next window of a series mostly has
 * scores about the same things, so that both are worked out once and not millions of times.
 */
final class FamilyOrder {
    private final List<AlertKeys.Series> given = new ArrayList<>();
    private final int[] order;
    private final List<Bytes> states;

    /** @param scores in the order in which assess gives them */
    FamilyOrder(List<Score> scores, AlertDefinition definition) {
        var cached = new ArrayList<AlertKeys.Cached>();
        for (Score score : scores) {
            given.add(AlertKeys.Series.of(score));
            cached.add(AlertKeys.cached(score, definition));
        }
        this.order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparing(i -> cached.get(i).order()))
                .mapToInt(i -> i)
                .toArray();
        this.states = IntStream.of(order).mapToObj(i -> cached.get(i).state()).toList();
    }

    /** Whether these scores are about the same things in the same order. */
    boolean fits(List<Score> scores) {
        if (scores.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < order.length; i++) {
            if (!given.get(i).isOf(scores.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The scores of a window that fits, by their keys. */
    List<Score> sorted(List<Score> scores) {
        var sorted = new ArrayList<Score>(order.length);
        for (int i : order) {
            sorted.add(scores.get(i));
        }
        return sorted;
    }

    /** The key of the state of each sorted score's alert. */
    List<Bytes> states() {
        return states;
    }
}
